/// The host's processors.
public struct Processor: Codable, Sendable, Equatable {
    /// The processor's extensions for running guests, as its own flags show them.
    public enum Virtualization: String, Codable, Sendable {
        /// Intel VT-x.
        case vmx
        /// AMD-V.
        case svm
        /// s390's interpretive execution.
        case sie
        /// The processor would show a flag and shows none.
        case none
    }

    /// Who made it, such as `GenuineIntel` or `ARM`.
    public var vendor: String?
    /// Its name, such as `AMD EPYC 7702 64-Core Processor`.
    public var model: String?
    /// Processor packages that are online.
    public var sockets: Int?
    /// Cores of all packages.
    public var cores: Int?
    /// Logical processors that are online, of all cores.
    public var threads: Int?
    /// What the processor shows for running guests; `nil` on architectures that show no such flag.
    public var virtualization: Virtualization?
    /// Which of the instruction sets that software looks for its flags show, such as `aes` and `avx2`.
    public var instructionSets: [String] = []

    /// The instruction sets of x86 for encryption, hashes, vectors and long copies, by the names of the kernel's flags.
    static let knownInstructionSets = [
        "aes", "avx", "avx2", "avx512f", "bmi2", "erms", "fma", "fsrm", "pclmulqdq", "sha_ni", "vaes",
    ]

    /// What a processor without ``Virtualization`` does not show, in words.
    var missingFlags: String { vendor == "IBM/S390" ? "no sie" : "neither vmx nor svm" }

    /// A processor of which nothing is known yet.
    public init() {}
}
