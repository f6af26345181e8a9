/// What the image of an installed system is told when it boots for the first time.
public struct FirstBoot: Hashable, Sendable {
    /// The user who can log in; `nil` for the one that the image brings along.
    public var user: String?
    /// The public keys that let that user in, such as `ssh-ed25519 AAAA… me@here`.
    public var keys: [String] = []
    /// The password of that user; `nil` for none.
    public var password: String?
    /// The text of a cloud-init file that adds to what strata writes, and wins over it.
    public var userData: String?
    /// Whether the image gets QEMU's agent out of its distribution's packages.
    public var agent = Agent.auto
    /// Whether the medium that tells it stays in its drive for good.
    public var keepsMedium = false

    /// Whether an image gets QEMU's agent.
    public enum Agent: String, CaseIterable, Sendable {
        /// When it is of a system whose images come without, and its network leads out.
        case auto
        /// Always, installed by the system's package manager.
        case yes
        /// Not by strata.
        case no
    }

    /// Nobody is let in that the image itself does not let in.
    public init() {}
}
