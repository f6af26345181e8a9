/// What can be seen to be wrong with a cloud-init file before a guest trips over it.
struct UserDataCheck {
    let text: String
    init(_ text: String) { self.text = text }
    func check() throws {}
}
