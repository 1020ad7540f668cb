import ArgumentParser
import Control
import Daemon
import Glibc
import Loop
import Wording

struct Letter: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: told("Write a letter that stays sealed until a day, and comes back on it."),
        discussion: told(
            """
            A letter to yourself or to somebody in the schedule. Until its day nobody is shown it, and the one it is for
            does not hear of it. For letters that are written and never sent, see `letter = "unsent"` of a ritual.
            """),
        subcommands: [Seal.self, List.self, Read.self, Drop.self])

    struct Seal: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: told("Seal a letter, read from a file or standard input."))
        @Argument(help: told("The file that holds it; - is standard input.")) var file = "-"
        @Option(help: told("The day on which it may be opened: 2027-12-24.")) var opens: String
        @Option(help: told("For whom (default: yourself).")) var to: String?
        @OptionGroup var who: Who

        func run() throws {
            guard let text = LetterFile.text(file) else {
                let problem = FileProblem(code: errno)
                throw Ending(.noInput, CallerLanguage.words.file(file, problem))
            }
            try who.ask(.sealLetter(text, to: to, opens: opens))
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: told("Show what you wrote, and what you may read by now."))
        @OptionGroup var reader: ReaderOptions
        @OptionGroup var who: Who
        func run() throws { try who.ask(.letters, reader) }
    }

    struct Read: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: told("Show a letter whose day has come."))
        @Argument(help: told("Its number.")) var number: String
        @OptionGroup var who: Who
        func run() throws { try who.ask(.readLetter(number)) }
    }

    struct Drop: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: told("Let a letter go for good."),
            discussion: told("Whoever wrote it can until its day, and from then on the one it is for."))
        @Argument(help: told("Its number.")) var number: String
        @OptionGroup var who: Who
        func run() throws { try who.ask(.dropLetter(number)) }
    }

    struct Who: ParsableArguments {
        @Option(help: told("Who says so.")) var person: String?
        @OptionGroup var places: PlaceOptions
        @OptionGroup var clock: ClockOptions

        func ask(_ verb: Request.Verb, _ reader: ReaderOptions? = nil) throws {
            try Asking(places, clock, reader).ask(verb, person: person)
        }
    }
}

/// The file that holds a letter.
private enum LetterFile {
    /// What it holds, as far as a letter could be long and a little more; nil where it cannot be read.
    static func text(_ path: String) -> String? {
        let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while bytes.count <= 40_000 {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        // What is no UTF-8 is refused as no plain text.
        return String(validating: bytes, as: UTF8.self) ?? "\u{0}"
    }
}
