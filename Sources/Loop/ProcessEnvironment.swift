import CLinux

/// The environment that this process was started with.
public enum ProcessEnvironment {
    /// All of it. Bytes that are no UTF-8 become U+FFFD; entries without a name are left out.
    public static func all() -> [String: String] {
        var variables: [String: String] = [:]
        guard var entry = linux_environment() else { return variables }
        while let text = entry.pointee {
            let pair = String(cString: text)
            if let split = pair.firstIndex(of: "="), split > pair.startIndex {
                variables[String(pair[..<split])] = String(pair[pair.index(after: split)...])
            }
            entry += 1
        }
        return variables
    }
}
