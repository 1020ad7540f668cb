import TOML

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    fuzz(start, count) { bytes in
        let (document, errors) = TOMLDocument.parse(bytes)
        for error in errors {
            let range = error.range
            guard 0...bytes.count ~= range.start, range.start...bytes.count ~= range.end else { return "an error at \(range)" }
            _ = document.source.excerpt(range)
        }
        return nil
    }
}
