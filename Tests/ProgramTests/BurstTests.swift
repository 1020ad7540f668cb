import Foundation
import Testing

/// A thousand nudges due at one instant, over a mail server and a command: `Tests/Bench/burst` with fewer of them.
@Suite(.enabled(if: Machine.hasMailServer && Machine.hasCompiler)) struct BurstTests {
    /// It ends with 0 where each came once, the urgent before the others, each is on record as delivered, and the
    /// watchdog was told in time.
    @Test func aThousandAtOnceComeOnceTheUrgentFirst() async throws {
        let bench = try await Running(
            Machine.python,
            ["\(Programs.root)/Tests/Bench/burst", Programs.folder, "--count", "1000", "--loop", "0", "--spread", "0",
             "--lead", "45", "--watchdog", "60"]
        ).end()
        print(bench.out)
        #expect(bench.code == 0, "\(bench.out)\(bench.err)")
    }
}
