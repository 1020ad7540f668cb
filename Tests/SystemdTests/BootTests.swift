import Testing

@testable import Systemd

struct BootTests {
    @Test(arguments: [
        ("6d2b0a3e-5a0c-4c56-9d0a-0f4b1f6f3c21\n", "6d2b0a3e5a0c4c569d0a0f4b1f6f3c21"),
        ("6D2B0A3E5A0C4C569D0A0F4B1F6F3C21", "6d2b0a3e5a0c4c569d0a0f4b1f6f3c21"),
        ("%b", nil), ("", nil), ("6d2b0a3e", nil),
    ])
    func aStartHasOneForm(text: String, normal: String?) { #expect(Boot.normalised(text) == normal) }

    @Test func oneStartIsOneStart() {
        #expect(Boot.id != nil)
        #expect(Boot.id == Boot.id)
    }
}
