import Foundation
import Planning
import Testing

@testable import Ledgers

/// The write-ahead log does not grow with the record: what is in it is moved into the file from time to time.
@Suite struct LogTests {
    private func size(_ folder: TemporaryFolder, _ ending: String) throws -> Int {
        let path = folder.path(SQLiteLedger.fileName + ending)
        return try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }

    @Test func itIsMovedIntoTheFile() throws {
        let folder = TemporaryFolder()
        let ledger = try SQLiteLedger(folder: folder.path)
        var longest = 0
        for number in 0..<400 {
            try ledger.commit(try ErasureTests.lines(number), durably: true)
            longest = max(longest, try size(folder, "-wal"))
        }
        // 256 pages, with what stands around each and the commit that came to it.
        #expect(longest > 100_000 && longest < 1_500_000, "\(longest) bytes")
        #expect(try size(folder, "") > 40_000)
    }
}
