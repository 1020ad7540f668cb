/// A line in the state folder that says where the service that keeps it listens.
public struct ServiceNote: Sendable, Hashable {
    public var socket: String

    public init(socket: String) { self.socket = socket }

    private static func path(_ state: String) -> String { "\(state)/service" }

    /// The note in `state`, if somebody left one; whether anybody still listens is another question.
    public static func read(in state: String) -> ServiceNote? {
        guard let bytes = try? Files.read(path(state), atMost: 4_096) else { return nil }
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        guard line.first == UInt8(ascii: "/") else { return nil }
        return ServiceNote(socket: String(decoding: line, as: UTF8.self))
    }

    func write(in state: String) {
        try? Files.replace(Self.path(state), with: Array("\(socket)\n".utf8), durably: false)
    }

    static func remove(from state: String) { Files.remove(path(state)) }
}
