/// The base64 encoding (RFC 2045 §6.8).
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func text(_ bytes: [UInt8]) -> String { String(decoding: encoded(bytes), as: UTF8.self) }

    /// `text`, whose lines end in `\n`, as it travels (with CRLF), in lines of 76 characters.
    static func lines(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            bytes += Array(line.utf8) + [0x0D, 0x0A]
        }
        let encoded = encoded(bytes)
        var output: [UInt8] = []
        for start in stride(from: 0, to: encoded.count, by: 76) {
            output += encoded[start..<min(start + 76, encoded.count)] + [0x0D, 0x0A]
        }
        return output
    }

    private static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let chunk = bytes[start..<min(start + 3, bytes.count)]
            var word: UInt32 = 0
            for (place, byte) in chunk.enumerated() { word |= UInt32(byte) << UInt32(16 - 8 * place) }
            for place in 0..<4 {
                output.append(
                    place <= chunk.count ? alphabet[Int(word >> UInt32(18 - 6 * place) & 0x3F)] : UInt8(ascii: "="))
            }
        }
        return output
    }
}
