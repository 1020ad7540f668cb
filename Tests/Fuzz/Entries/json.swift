import JSON

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    fuzz(start, count) { bytes in
        guard let value = try? JSON.parse(bytes) else { return nil }
        return (try? JSON.parse(value.bytes)) == value ? nil : "reads back otherwise: \(value.text)"
    }
}
