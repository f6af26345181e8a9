internal import CLibvirt

/// A value of one of libvirt's typed parameters.
public enum TypedValue: Hashable, Sendable {
    /// A 32-bit number with a sign.
    case int(Int32)
    /// A 32-bit number without a sign.
    case unsigned(UInt32)
    /// A 64-bit number with a sign.
    case long(Int64)
    /// A 64-bit number without a sign.
    case unsignedLong(UInt64)
    /// A fractional number.
    case double(Double)
    /// Yes or no.
    case boolean(Bool)
    /// A text.
    case string(String)
    /// A type that this library does not know.
    case unknown(Int32)

    init(_ parameter: borrowing virTypedParameter) {
        self =
            switch UInt32(bitPattern: parameter.type) {
            case VIR_TYPED_PARAM_INT.rawValue: .int(parameter.value.i)
            case VIR_TYPED_PARAM_UINT.rawValue: .unsigned(parameter.value.ui)
            case VIR_TYPED_PARAM_LLONG.rawValue: .long(parameter.value.l)
            case VIR_TYPED_PARAM_ULLONG.rawValue: .unsignedLong(parameter.value.ul)
            case VIR_TYPED_PARAM_DOUBLE.rawValue: .double(parameter.value.d)
            case VIR_TYPED_PARAM_BOOLEAN.rawValue: .boolean(parameter.value.b != 0)
            case VIR_TYPED_PARAM_STRING.rawValue: .string(String(borrowing: parameter.value.s))
            default: .unknown(parameter.type)
            }
    }

    /// The value as a count, where it is one.
    public var count: UInt64? {
        switch self {
        case .int(let value): UInt64(exactly: value)
        case .unsigned(let value): UInt64(value)
        case .long(let value): UInt64(exactly: value)
        case .unsignedLong(let value): value
        default: nil
        }
    }

    /// The value as a text, where it is one.
    public var text: String? {
        if case .string(let value) = self { value } else { nil }
    }
}
