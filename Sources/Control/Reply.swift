public import JSON

/// What comes back: lines for a person with the same as objects, then how it ended.
///
/// On the socket each is one JSON line: `{"text":"…","object":{…}}`, and last `{"exit":0}`.
public struct Reply: Sendable, Hashable {
    public struct Line: Sendable, Hashable {
        /// For a person; nil where only programs are told.
        public var text: String?
        /// For a program; nil where only people are told.
        public var object: JSON?

        public init(_ text: String?, _ object: JSON? = nil) {
            self.text = text
            self.object = object
        }
    }

    public var lines: [Line]
    /// Goes to standard error.
    public var complaints: [String]
    public var exit: ExitCode

    public init(_ lines: [Line] = [], complaints: [String] = [], exit: ExitCode = .ok) {
        self.lines = lines
        self.complaints = complaints
        self.exit = exit
    }

    /// The lines that travel, the last one with the exit code.
    public var wire: [JSON] {
        lines.map { line in
            var object = JSONObject()
            if let text = line.text { object["text"] = .string(text) }
            if let value = line.object { object["object"] = value }
            return .object(object)
        } + complaints.map { ["complaint": .string($0)] } + [["exit": .integer(Int64(exit.rawValue))]]
    }

    /// Takes in one line that arrived.
    ///
    /// - Returns: True when it was the last.
    public mutating func take(_ json: JSON) -> Bool {
        if let code = json["exit"]?.int {
            exit = ExitCode(rawValue: Int32(truncatingIfNeeded: code)) ?? .software
            return true
        }
        if let complaint = json["complaint"]?.string {
            complaints.append(complaint)
        } else {
            lines.append(Line(json["text"]?.string, json["object"]))
        }
        return false
    }
}

/// How a program ends (sysexits.h).
public enum ExitCode: Int32, Sendable, Hashable {
    case ok = 0
    /// The command line was used wrongly.
    case usage = 64
    /// The schedule is wrong.
    case data = 65
    /// No such file, ritual or person.
    case noInput = 66
    /// No service is there.
    case unavailable = 69
    case software = 70
    /// What was to be printed could not be written.
    case io = 74
    /// Another service holds the state, or it is worth trying again.
    case temporary = 75
    /// Something around the schedule is wrong: folders, credentials, permissions.
    case configuration = 78
}
