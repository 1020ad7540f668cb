/// A TZif file put together by hand, part by part, so that each part can be wrong.
struct TZifFile {
    var magic = "TZif"
    var version: UInt8 = UInt8(ascii: "2")
    var transitions: [(second: Int64, kind: UInt8)] = []
    var types: [(seconds: Int32, isDaylight: UInt8, name: UInt8)] = [(0, 0, 0)]
    var names = "AAA\0BBB\0"
    var leapSeconds: [(second: Int64, correction: Int32)] = []
    var standardFlags: [UInt8] = []
    var utcFlags: [UInt8] = []
    var footer: String?

    init(footer: String? = nil) {
        self.footer = footer
    }

    var bytes: [UInt8] {
        guard version > 0 else { return block(timeSize: 4) }
        var empty = TZifFile()
        empty.version = version
        let end = footer.map { Array("\n\($0)\n".utf8) } ?? Array("\n\n".utf8)
        return empty.block(timeSize: 4) + block(timeSize: 8) + end
    }

    private func block(timeSize: Int) -> [UInt8] {
        var bytes = Array(magic.utf8) + [version] + [UInt8](repeating: 0, count: 15)
        for count in [
            utcFlags.count, standardFlags.count, leapSeconds.count, transitions.count, types.count, names.utf8.count,
        ] {
            bytes += big(Int64(count), 4)
        }
        for transition in transitions { bytes += big(transition.second, timeSize) }
        bytes += transitions.map(\.kind)
        for type in types { bytes += big(Int64(type.seconds), 4) + [type.isDaylight, type.name] }
        bytes += Array(names.utf8)
        for leap in leapSeconds { bytes += big(leap.second, timeSize) + big(Int64(leap.correction), 4) }
        return bytes + standardFlags + utcFlags
    }

    private func big(_ number: Int64, _ size: Int) -> [UInt8] {
        (0..<size).reversed().map { UInt8(truncatingIfNeeded: number >> Int64($0 * 8)) }
    }
}
