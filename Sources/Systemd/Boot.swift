import Glibc

/// Which start of the machine this is.
public enum Boot {
    /// 32 hexadecimal digits, new at every start of the kernel; nil where it cannot be read.
    ///
    /// `TROTH_BOOT` says it where a unit hides it (`ProcSubset=pid`): `Environment=TROTH_BOOT=%b`, systemd.unit(5).
    /// Otherwise `/proc/sys/kernel/random/boot_id`, random(4).
    public static var id: String? {
        let told = getenv("TROTH_BOOT").map { String(cString: $0) }
        return normalised(told ?? kernel() ?? "")
    }

    static func normalised(_ text: String) -> String? {
        let digits = text.lowercased().filter { $0 != "-" && $0 != "\n" }
        let isHexadecimal = digits.allSatisfy { $0.isASCII && $0.isHexDigit }
        return digits.count == 32 && isHexadecimal ? digits : nil
    }

    private static func kernel() -> String? {
        let file = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(file, &bytes, bytes.count)
        return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
    }
}
