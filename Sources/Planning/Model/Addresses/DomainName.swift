/// Internationalised domain names (RFC 5890): how letters beyond ASCII travel where only ASCII does.
public enum DomainName {
    /// The name with each label that holds letters beyond ASCII in small letters and as an A-label:
    /// `Bücher.example` gives `xn--bcher-kva.example`. A name of ASCII letters stays as it is.
    public static func ascii(_ name: String) -> String {
        guard !isASCII(name) else { return name }
        return name.split(separator: ".", omittingEmptySubsequences: false).map(label).joined(separator: ".")
    }

    private static func label(_ label: Substring) -> String {
        if isASCII(label) { return label.lowercased() }
        // Letters and their accents as one, which is how names are registered (RFC 5891 §4.1).
        let composed = label.lowercased().map(composed).joined()
        return isASCII(composed) ? composed : "xn--" + punycode(composed.unicodeScalars.map(\.value))
    }

    /// The single scalar that is canonically the same, where the alphabets of host names have one.
    private static func composed(_ character: Character) -> String {
        guard character.unicodeScalars.count > 1 else { return String(character) }
        let blocks: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x370...0x9FF, 0x1E00...0x1FFF, 0x3040...0x30FF, 0xAC00...0xD7A3]
        for block in blocks {
            for value in block {
                if let scalar = Unicode.Scalar(value), Character(scalar) == character { return String(Character(scalar)) }
            }
        }
        return String(character)
    }

    // MARK: - Punycode (RFC 3492)

    private static func punycode(_ input: [UInt32]) -> String {
        var output = input.filter { $0 < 0x80 }.map { UInt8($0) }
        let basic = output.count
        if basic > 0 { output.append(UInt8(ascii: "-")) }
        var (code, delta, bias, handled) = (UInt32(0x80), 0, 72, basic)
        while handled < input.count {
            let next = input.filter { $0 >= code }.min() ?? code
            delta += Int(next - code) * (handled + 1)
            code = next
            for value in input {
                if value < code { delta += 1 }
                guard value == code else { continue }
                append(delta, bias, &output)
                bias = adapted(delta, handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            code += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func append(_ delta: Int, _ bias: Int, _ output: inout [UInt8]) {
        var rest = delta
        var k = 36
        while true {
            let threshold = min(max(k - bias, 1), 26)
            if rest < threshold { break }
            output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
            rest = (rest - threshold) / (36 - threshold)
            k += 36
        }
        output.append(digit(rest))
    }

    private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var k = 0
        while delta > 455 {
            delta /= 35
            k += 36
        }
        return k + 36 * delta / (delta + 38)
    }

    /// a to z, then 0 to 9.
    private static func digit(_ value: Int) -> UInt8 { UInt8(value < 26 ? 97 + value : 22 + value) }
}
