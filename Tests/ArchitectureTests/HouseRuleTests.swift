import Foundation
import Testing

@Suite("House rules")
struct HouseRuleTests {
    @Test("A function named like a test is one")
    func testsAreTests() {
        for file in Project.files(in: "Tests", ext: "swift") {
            var before = ""
            for line in file.text.split(separator: "\n", omittingEmptySubsequences: true) {
                let text = line.trimmingCharacters(in: .whitespaces)
                if text.hasPrefix("func test"), !text.contains("@Test") {
                    #expect(before.contains("@Test"), "\(file.path): \(text)")
                }
                before = text
            }
        }
    }

    @Test("No file outgrows its reader")
    func sizes() {
        for file in Project.files(in: "Sources", ext: "swift") {
            let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(lines <= 400, "\(file.path) has \(lines) lines")
        }
    }

    @Test("Nothing unfinished is left in the sources")
    func unfinished() {
        for file in Project.files(in: "Sources", ext: "swift") {
            for word in ["TODO", "FIXME", "fatal" + "Error(", "try" + "!", "NSLog"] {
                #expect(!file.text.contains(word), "\(file.path): \(word)")
            }
        }
    }

    @Test("The units say what they must")
    func units() {
        for path in ["Units/user/troth.service", "Units/system/troth.service"] {
            let unit = Project.text(path)
            for line in [
                "Type=notify", "WatchdogSec=", "Restart=on-failure", "RestartPreventExitStatus=64 65 66 78",
                "ExecReload=", "ProtectSystem=strict", "NoNewPrivileges=yes",
            ] {
                #expect(unit.contains(line), "\(path): \(line)")
            }
        }
        #expect(Project.text("Units/user/troth.service").contains("PrivateUsers=yes"))
        #expect(Project.text("Units/system/troth.service").contains("LoadCredential="))
    }
}
