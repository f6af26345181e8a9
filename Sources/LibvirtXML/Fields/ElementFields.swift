/// What one kind of element can hold: a field to a line, each with its path below the element.
///
/// ```swift
/// public struct Watchdog: ElementFields {
///     /// What happens when the guest stops answering.
///     public let action = Field<WatchdogAction>("@action")
///     /// All fields.
///     public static let all = Self()
/// }
/// ```
///
/// The fields of a ``View`` of that kind are properties of the view, for reading and writing: `watchdog.action = .reset`.
/// Being plain stored values, they can be listed; that is how the tests count what of libvirt's schema is covered.
public protocol ElementFields: Sendable {
    /// All fields of the kind.
    static var all: Self { get }
}

/// One thing that an element holds and a view reads and writes: a text, an attribute, an element or a list of them.
public protocol ElementField: Sendable {
    /// What the property of the view is.
    associatedtype Value

    /// Where it stands below the element of the view, such as `driver/@cache`, `serial` or `@type`.
    var path: String { get }

    /// What the document says.
    func value(in view: some ElementView) -> Value

    /// Makes the document say it.
    func set(_ value: Value, in view: inout some ElementView)

    /// The value for an edit in place; what is costly to copy is taken out of the view for the time.
    func take(from view: inout some ElementView) -> Value

    /// Ends an edit in place.
    func giveBack(_ value: Value, to view: inout some ElementView)
}

extension ElementField {
    /// Most values are small.
    public func take(from view: inout some ElementView) -> Value { value(in: view) }

    /// Most values are small.
    public func giveBack(_ value: Value, to view: inout some ElementView) { set(value, in: &view) }
}
