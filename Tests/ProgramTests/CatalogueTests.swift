import Foundation
import Testing

/// The catalogues are whole: no link to nothing, no parameter left out.
@Suite struct CatalogueTests {
    @Test func theyBecomePages() throws {
        let home = try Home()
        let modules = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/Modules"
        let made = Running.output("\(Programs.root)/Tests/docs", [modules, "\(home.path)/pages"])
        #expect(made.code == 0, "\(made.out)\(made.err)")
        for module in ["Channels", "CivilTime", "Interchange", "Planning", "Recurrence"] {
            #expect(FileManager.default.fileExists(atPath: "\(home.path)/pages/\(module)/index.html"), "\(module)")
        }
    }
}
