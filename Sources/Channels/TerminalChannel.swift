import CLinux
import Glibc
public import Loop
public import Planning

/// Writes one line to the terminals of the service's own user.
///
/// These are the ones that belong to this user and let others write to them (`mesg y`), and this process's own
/// standard output where that is a terminal. Where there is none, nothing was attempted.
public final class TerminalChannel: Channel {
    private let loop: EpollLoop
    private let candidates: () -> [String]
    private let usesStandardOutput: Bool

    public convenience init(on loop: EpollLoop) {
        self.init(on: loop, usesStandardOutput: true, candidates: TerminalChannel.devices)
    }

    init(on loop: EpollLoop, usesStandardOutput: Bool, candidates: @escaping () -> [String]) {
        self.loop = loop
        self.usesStandardOutput = usesStandardOutput
        self.candidates = candidates
    }

    public var capacity: Int { 50 }

    public func begin(_ parcels: [Parcel], report: @escaping (DeliveryKey, AttemptOutcome) -> Void) {
        guard let parcel = parcels.first else { return }
        loop.deferred { [self] in
            report(parcel.key, show(ParcelText(parcel).terminalLine))
            begin(Array(parcels.dropFirst()), report: report)
        }
    }

    /// Nothing is ever under way between two callbacks of the loop.
    public func finish() {}

    private func show(_ line: String) -> AttemptOutcome {
        let bytes = Array("\r\n\(line)\r\n".utf8)
        var seen: Set<UInt> = []
        var shown = 0
        if usesStandardOutput, isatty(1) == 1, let device = TerminalChannel.device(1) {
            seen.insert(device)
            // Another description of the same terminal, so that no setting of ours is shared with others.
            if TerminalChannel.write(bytes, to: "/proc/self/fd/1", checked: false, seen: &seen) { shown += 1 }
        }
        for path in candidates() where TerminalChannel.write(bytes, to: path, checked: true, seen: &seen) { shown += 1 }
        switch shown {
        case 0: return .unreachable("no terminal of yours is open")
        case 1: return .delivered("shown on 1 terminal")
        default: return .delivered("shown on \(shown) terminals")
        }
    }

    /// Writes without ever waiting; false where the terminal is not ours, takes no messages or is full.
    private static func write(_ bytes: [UInt8], to path: String, checked: Bool, seen: inout Set<UInt>) -> Bool {
        var status = stat()
        if checked {
            // Looked at before it is opened: opening some devices does something.
            guard stat(path, &status) == 0, isOurs(status), seen.insert(UInt(status.st_rdev)).inserted else {
                return false
            }
        }
        let descriptor = open(path, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        guard isatty(descriptor) == 1 else { return false }
        if checked { guard fstat(descriptor, &status) == 0, isOurs(status) else { return false } }
        return Glibc.write(descriptor, bytes, bytes.count) == bytes.count
    }

    /// Owned by this user and open to messages: what mesg(1) sets is the group's permission to write.
    private static func isOurs(_ status: stat) -> Bool {
        status.st_mode & S_IFMT == S_IFCHR && status.st_uid == geteuid() && status.st_mode & S_IWGRP != 0
    }

    private static func device(_ descriptor: Int32) -> UInt? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? UInt(status.st_rdev) : nil
    }

    /// Pseudo-terminals and the console's.
    private static func devices() -> [String] {
        names(in: "/dev/pts") { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
            + names(in: "/dev") { name in
                name.hasPrefix("tty") && name.utf8.count > 3
                    && name.utf8.dropFirst(3).allSatisfy { (0x30...0x39).contains($0) }
            }
    }

    private static func names(in folder: String, _ isWanted: (String) -> Bool) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
                    String(cString: $0)
                }
            }
            if isWanted(name) { names.append("\(folder)/\(name)") }
        }
        return names.sorted()
    }
}
