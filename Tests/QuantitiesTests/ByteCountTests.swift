import Quantities
import Testing

@Suite("Amounts of memory") struct ByteCountTests {
    @Test(
        arguments: [
            ("0", 0), ("17", 17), ("1K", 1024), ("1KiB", 1024), ("1kB", 1000), ("512MiB", 512 << 20),
            ("2 GiB", 2 << 30), ("1.5G", 3 << 29), ("1TiB", 1 << 40), ("3mb", 3_000_000), ("8bytes", 8),
        ] as [(String, UInt64)])
    func textsAreRead(text: String, bytes: UInt64) {
        #expect(ByteCount(text)?.bytes == bytes)
    }

    @Test(arguments: [
        "", "x", "1X", "-1", "1KiBB", "GiB", "1..5G", ".5G", "1 2", "99999999999EiB", "18446744073709551616",
    ])
    func nonsenseIsRefused(text: String) {
        #expect(ByteCount(text) == nil)
    }

    @Test(
        arguments: [
            (0, "0 B"), (1023, "1023 B"), (1024, "1 KiB"), (1536, "1.5 KiB"), (512 << 20, "512 MiB"),
            (5 << 29, "2.5 GiB"),
        ] as [(UInt64, String)])
    func amountsAreShownInTheLargestUnitThatFits(bytes: UInt64, text: String) {
        #expect(ByteCount(bytes: bytes).description == text)
    }

    @Test func amountsTooLargeStayAtTheLargest() {
        #expect(ByteCount.gibibytes(.max).bytes == .max)
    }

    @Test(arguments: [("KiB", 1024), ("KB", 1000), ("b", 1), ("", 1), ("TiB", 1 << 40)] as [(String, UInt64)])
    func unitsMeanWhatLibvirtMeans(unit: String, bytes: UInt64) {
        #expect(ByteCount.scale(ofUnit: unit) == bytes)
    }
}
