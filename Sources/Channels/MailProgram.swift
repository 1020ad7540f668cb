import CLinux
import Glibc

/// Where `troth-mail` is: beside the running program, or in `../libexec/troth` next to its folder; never by `PATH`.
public enum MailProgram {
    /// The path of a `troth-mail` that can be run, or nil.
    public static func path() -> String? {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0, count < buffer.count else { return nil }
        return path(beside: String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    static func path(beside program: String) -> String? {
        guard let slash = program.lastIndex(of: "/") else { return nil }
        let folder = program[..<slash]
        return ["\(folder)/troth-mail", "\(folder)/../libexec/troth/troth-mail"].first { access($0, X_OK) == 0 }
    }
}
