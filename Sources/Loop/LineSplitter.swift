/// Cuts a stream of bytes into lines, holding no more than one line's limit of it.
struct LineSplitter {
    /// The longest line, in bytes, without its newline.
    let limit: Int
    private(set) var rest: [UInt8] = []
    /// Whether the rest of the present line is being dropped, because it was too long.
    private(set) var isSkipping = false

    init(limit: Int) { self.limit = limit }

    /// Takes bytes and calls `body` with each line that is complete now (`nil` for one that was
    /// too long), until `body` says no: the bytes after that line are left out.
    ///
    /// Returns whether `body` has never said no.
    @discardableResult
    mutating func take(_ bytes: UnsafeRawBufferPointer, _ body: ([UInt8]?) -> Bool) -> Bool {
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
            let part = bytes[start..<(end ?? bytes.endIndex)]
            if isSkipping || rest.count + part.count > limit {
                if !isSkipping {
                    isSkipping = true
                    rest = []
                    if !body(nil) { return false }
                }
            } else {
                rest.append(contentsOf: part)
            }
            guard let end else { return true }
            start = end + 1
            if isSkipping {
                isSkipping = false
                continue
            }
            let line = rest
            rest = []
            if !body(line) { return false }
        }
        return true
    }
}
