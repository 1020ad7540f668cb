import ScheduleFile

/// The files of one schedule, as they were read together.
struct ScheduleTexts: Equatable {
    var shared: [UInt8]
    /// The host's own part, where there is one.
    var local: [UInt8]?
    /// Holiday files, by their names in the schedule.
    var holidays = FileBundle()
}

extension ScheduleTexts {
    private static let names = (shared: "schedule.toml", local: "schedule.local.toml", holiday: "holidays/")

    /// Reads what ``bundle`` holds; nil for anything else.
    init?(_ bundle: FileBundle) {
        guard let shared = bundle.files[Self.names.shared] else { return nil }
        self.init(shared: shared, local: bundle.files[Self.names.local])
        for (name, bytes) in bundle.files where name.hasPrefix(Self.names.holiday) {
            holidays.files[String(name.dropFirst(Self.names.holiday.count))] = bytes
        }
    }

    /// One of the holiday files, as it was read then.
    func holiday(_ name: String) throws(FileLookupError) -> [UInt8] {
        guard let bytes = holidays.files[name] else { throw .missing }
        return bytes
    }

    /// All of them in one.
    var bundle: FileBundle {
        var bundle = FileBundle()
        bundle.files[Self.names.shared] = shared
        bundle.files[Self.names.local] = local
        for (name, bytes) in holidays.files { bundle.files[Self.names.holiday + name] = bytes }
        return bundle
    }
}

/// Several small files in one, so that they are replaced in one step.
///
/// Of each a line `LENGTH NAME`, the file's bytes and a line end.
struct FileBundle: Equatable {
    var files: [String: [UInt8]] = [:]

    init() {}

    /// Reads what ``bytes`` writes; nil for anything else.
    init?(bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            let head = rest[..<end].split(separator: UInt8(ascii: " "), maxSplits: 1)
            rest = rest[(end + 1)...]
            guard head.count == 2, let length = Int(String(decoding: head[0], as: UTF8.self)), length >= 0,
                length < rest.count, rest[rest.startIndex + length] == UInt8(ascii: "\n")
            else { return nil }
            files[String(decoding: head[1], as: UTF8.self)] = Array(rest.prefix(length))
            rest = rest.dropFirst(length + 1)
        }
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            bytes += "\(text.count) \(name)\n".utf8
            bytes += text
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    /// Both together; of a file in both, the other's.
    func merging(_ other: FileBundle) -> FileBundle {
        var both = self
        both.files.merge(other.files) { $1 }
        return both
    }
}
