import CivilTime
import Glibc

extension SystemZones {
    /// The names of the tzdb's zones in ascending order: from `tzdata.zi`, else from
    /// the folder itself; empty where there is no tzdb.
    public var knownNames: [String] {
        let names = readFile("\(places.folder)/tzdata.zi").map { namesInTable($0.bytes) } ?? []
        return Array(Set(names.isEmpty ? namesInFolder() : names)).sorted()
    }

    /// `Z name …` declares a zone, `L target name` a link (zic(8)).
    private func namesInTable(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 10).compactMap { line in
            guard let kind = line.first, kind == UInt8(ascii: "Z") || kind == UInt8(ascii: "L") else { return nil }
            let words = line.split(separator: UInt8(ascii: " "))
            let place = kind == UInt8(ascii: "Z") ? 1 : 2
            guard words.count > place, words[0].count == 1 else { return nil }
            let name = String(decoding: words[place], as: UTF8.self)
            return ZoneName.check(name) == nil ? name : nil
        }
    }

    /// Files whose path reads like a zone's name, three folders deep at most.
    private func namesInFolder() -> [String] {
        var names: [String] = []
        var folders = [""]
        for _ in 0..<3 {
            var deeper: [String] = []
            for folder in folders {
                for entry in content(of: "\(places.folder)/\(folder)") {
                    guard let first = entry.utf8.first, 65...90 ~= first, !entry.contains("."), names.count < 5_000
                    else { continue }
                    let name = folder + entry
                    var status = stat()
                    guard stat("\(places.folder)/\(name)", &status) == 0 else { continue }
                    switch status.st_mode & S_IFMT {
                    case S_IFREG: names.append(name)
                    case S_IFDIR: deeper.append(name + "/")
                    default: continue
                    }
                }
            }
            folders = deeper
        }
        return names
    }

    private func content(of path: String) -> [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var entries: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            entries.append(name)
        }
        return entries
    }
}
