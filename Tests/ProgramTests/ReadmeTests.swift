import Foundation
import Testing

/// Every command that the README shows, run as a newcomer would, in a home of its own.
@Suite("What the README says")
struct ReadmeTests {
    private static let readme =
        (try? String(contentsOfFile: "\(Programs.root)/README.md", encoding: .utf8)) ?? ""

    /// The commands of its `sh` blocks, without their comments.
    static let commands: [String] = {
        var commands: [String] = []
        var isShell = false
        for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isShell = line == "```sh"
            } else if isShell, let command = line.split(separator: "#").first?.trimmingCharacters(in: .whitespaces),
                !command.isEmpty
            {
                commands.append(command)
            }
        }
        return commands
    }()

    @Test("There are commands to run")
    func some() {
        #expect(Self.commands.contains("make run") && Self.commands.contains("make test"))
        #expect(Self.commands.count >= 6)
    }

    @Test("The commands work in their order")
    func run() throws {
        let home = try Home()
        let makefile = try String(contentsOfFile: "\(Programs.root)/Makefile", encoding: .utf8)
        for command in Self.commands {
            var words = command.split(separator: " ").map(String.init)
            let program = words.removeFirst()
            switch program {
            case "make":
                // Run by hand and by CI; here it must be there.
                #expect(makefile.contains("\n\(words[0]):"), "\(command)")
            case "troth":
                let ended = Running.output(Programs.troth, words, environment: home.environment)
                #expect(ended.code == 0, "\(command): \(ended.err)")
            default:
                Issue.record("nobody runs \(command)")
            }
        }
    }

    @Test("The ten-line schedule is one")
    func schedule() throws {
        let home = try Home()
        let block = try #require(Self.readme.components(separatedBy: "```toml\n").dropFirst().first)
        try home.schedule(String(block.components(separatedBy: "```")[0]))
        let ended = home.troth("check")
        #expect(ended.code == 0, "\(ended.err)")
        #expect(ended.out.contains("Weekly check-in"))
    }
}
