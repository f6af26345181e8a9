/// One layer of the stack that a guest stands on.
///
/// A layer takes from the layer below it and gives to the layer above it; the difference is what the layer costs.
/// A fact that could not be read is `nil` (no key in JSON), and ``unavailable`` says why, under the name of the fact.
public protocol Layer: Codable, Sendable, Equatable {
    /// What this layer gives to the layer above it.
    var provides: [ResourceUse] { get }
    /// What this layer takes from the layer below it.
    var uses: [ResourceUse] { get }
    /// Why a fact is missing, by the fact's JSON key; facts of a list's member are named `adapters.eth0.speed`.
    var unavailable: [String: String] { get }
}
