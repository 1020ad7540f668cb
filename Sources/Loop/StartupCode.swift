import Glibc

/// Code that only starting up needed.
public enum StartupCode {
    /// Lets go of the pages of code that were read in so far.
    ///
    /// Starting reads in most of the program and its libraries, a few pages around each that is needed; serving needs
    /// little of it. The pages are unmodified copies of files, so what is needed again is mapped again at its next
    /// use (MADV_DONTNEED, madvise(2)); the kernel keeps them in its cache as long as it likes.
    public static func letGo() {
        guard let file = fopen("/proc/self/maps", "re") else { return }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 8_192)
        while fgets(&line, Int32(line.count), file) != nil {
            let fields = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                .split(separator: " ", omittingEmptySubsequences: true)
            // Executable, never written to, and a file: everything else may hold what only memory knows.
            guard fields.count >= 6, fields[1] == "r-xp", fields[5].hasPrefix("/") else { continue }
            let range = fields[0].split(separator: "-").compactMap { UInt(String($0), radix: 16) }
            guard range.count == 2, let start = UnsafeMutableRawPointer(bitPattern: range[0]) else { continue }
            madvise(start, Int(range[1] - range[0]), Int32(MADV_DONTNEED))
        }
    }
}
