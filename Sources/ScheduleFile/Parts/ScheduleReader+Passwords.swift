import Planning
import TOML
import Wording

/// What a schedule holds and no message may show.
extension ScheduleReader {
    /// Marks what no message may show: passwords in the file, and those in a server's address.
    func hideSecrets(_ table: TOMLTable, _ file: Int) {
        hideSecrets(table.entries, file)
        hideSecrets(table.repeated, file)
    }

    private func hideSecrets(_ entries: [TOMLTable.Entry], _ file: Int) {
        for entry in entries {
            let text: String
            switch entry.value.kind {
            case .table(let inner):
                hideSecrets(inner, file)
                continue
            case .string(let string): text = string
            default: continue
            }
            let isPassword = namesSecret(entry.key.name)
            var hidden = SourceRange(entry.value.range.start + 1, entry.value.range.end - 1)
            if !isPassword {
                // `smtp://user:password@host`
                guard text.utf8.contains(UInt8(ascii: "@")), text.contains("://") else { continue }
                let bytes = documents[file].source.bytes
                let mark = bytes[hidden.start..<hidden.end].lastIndex(of: UInt8(ascii: "@")) ?? hidden.end
                let start = bytes[hidden.start..<mark].firstIndex(of: UInt8(ascii: "/")) ?? hidden.start
                hidden = SourceRange(min(start + 2, mark), mark)
            }
            findings.secrets.append(Spot(file: file, range: hidden))
        }
    }

    /// Whether a key is meant to hold a secret. The same few keys come again and again.
    private func namesSecret(_ key: String) -> Bool {
        if let known = secretKeys[key] { return known }
        // `takes` is nearly `token`, and no secret.
        let isSecret =
            !TableKind.ritual(.ritual).keys.contains(key)
            && nearest(to: key, among: ["password", "passwd", "secret", "token"]) != nil
        secretKeys[key] = isSecret
        return isSecret
    }
}
