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

    /// Nobody is let in that the image itself does not let in.
    public init() {}
}
