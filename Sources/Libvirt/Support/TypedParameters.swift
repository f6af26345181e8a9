internal import CLibvirt

/// Named values that a call of libvirt answers or takes.
///
/// ```swift
/// var tuning = try await domain.schedulerParameters()
/// print(tuning[.domainSchedulerCPUShares]?.count ?? 0)
/// try await domain.setSchedulerParameters([.domainSchedulerCPUShares: .unsignedLong(2048)])
/// ```
public struct TypedParameters: Hashable, Sendable {
    /// The values, in the order in which libvirt gave them.
    ///
    /// A few calls use one name several times.
    public private(set) var elements: [Element]

    /// A name and its value.
    public struct Element: Hashable, Sendable {
        /// The name.
        public var name: TypedParameterName
        /// The value.
        public var value: TypedValue
    }

    /// The first value of that name; assigning replaces it, adds it, or with `nil` removes all of that name.
    public subscript(name: TypedParameterName) -> TypedValue? {
        get { elements.first { $0.name == name }?.value }
        set {
            guard let newValue else { return elements.removeAll { $0.name == name } }
            if let index = elements.firstIndex(where: { $0.name == name }) {
                elements[index].value = newValue
            } else {
                elements.append(Element(name: name, value: newValue))
            }
        }
    }

    /// All values of that name.
    public func all(_ name: TypedParameterName) -> [TypedValue] {
        elements.filter { $0.name == name }.map(\.value)
    }

    /// Adds a value, also where there is one of that name already.
    public mutating func append(_ value: TypedValue, named name: TypedParameterName) {
        elements.append(Element(name: name, value: value))
    }
}

extension TypedParameters: ExpressibleByDictionaryLiteral {
    /// Parameters from a literal.
    public init(dictionaryLiteral elements: (TypedParameterName, TypedValue)...) {
        self.elements = elements.map { Element(name: $0, value: $1) }
    }
}

extension TypedParameters {
    /// Copies parameters that somebody else owns.
    init(borrowing parameters: UnsafePointer<virTypedParameter>?, count: Int) {
        elements = (0..<count).compactMap { index in
            guard let parameter = parameters.map({ $0 + index }), let name = shim_typed_parameter_field(parameter)
            else { return nil }
            return Element(name: TypedParameterName(String(cString: name)), value: TypedValue(parameter.pointee))
        }
    }

    /// Takes over an array that libvirt has made, and frees it.
    init(adopting parameters: UnsafeMutablePointer<virTypedParameter>?, count: Int) {
        self.init(borrowing: parameters, count: count)
        virTypedParamsFree(parameters, Int32(count))
    }

    /// Makes one of libvirt's calls that are asked twice: for how many parameters there are, then for them.
    ///
    /// - Parameters:
    ///   - name: The C function.
    ///   - subject: The object, for errors.
    ///   - body: Makes the call with the place for the parameters, `nil` the first time, and for their number.
    /// - Throws: ``LibvirtError`` when a call fails.
    init(
        asking name: StaticString, _ subject: @autoclosure () -> String? = nil,
        _ body: (UnsafeMutablePointer<virTypedParameter>?, UnsafeMutablePointer<Int32>) -> Int32
    ) throws(LibvirtError) {
        var count: Int32 = 0
        try check(body(nil, &count), name, subject())
        guard count > 0 else {
            self.init(borrowing: nil, count: 0)
            return
        }
        let capacity = Int(count)
        let parameters = UnsafeMutablePointer<virTypedParameter>.allocate(capacity: capacity)
        parameters.initialize(repeating: virTypedParameter(), count: capacity)
        defer {
            // Frees the strings among the values; the array is ours.
            virTypedParamsClear(parameters, Int32(capacity))
            parameters.deallocate()
        }
        try check(body(parameters, &count), name, subject())
        self.init(borrowing: parameters, count: Int(count))
    }

    /// Lends the parameters as libvirt's array.
    ///
    /// - Parameter body: Gets the array, `nil` when there are no parameters, and their number.
    /// - Returns: What `body` returns.
    /// - Throws: ``LibvirtError`` for a name that is too long or a value of an unknown type, and what `body` throws.
    func withUnsafeParameters<Result>(
        _ body: (UnsafeMutablePointer<virTypedParameter>?, Int32) throws -> Result
    ) throws -> Result {
        var array: UnsafeMutablePointer<virTypedParameter>?
        var count: Int32 = 0
        var capacity: Int32 = 0
        defer { virTypedParamsFree(array, count) }
        for element in elements {
            try element.name.rawValue.withCheckedCString { name in
                try element.value.add(to: &array, &count, &capacity, name)
            }
        }
        return try body(array, count)
    }
}

extension TypedValue {
    fileprivate func add(
        to array: inout UnsafeMutablePointer<virTypedParameter>?, _ count: inout Int32, _ capacity: inout Int32,
        _ name: UnsafePointer<CChar>
    ) throws {
        func subject() -> String { "parameter '\(String(cString: name))'" }
        switch self {
        case .int(let value):
            try check(virTypedParamsAddInt(&array, &count, &capacity, name, value), "virTypedParamsAddInt", subject())
        case .unsigned(let value):
            try check(virTypedParamsAddUInt(&array, &count, &capacity, name, value), "virTypedParamsAddUInt", subject())
        case .long(let value):
            try check(
                virTypedParamsAddLLong(&array, &count, &capacity, name, value), "virTypedParamsAddLLong", subject())
        case .unsignedLong(let value):
            try check(
                virTypedParamsAddULLong(&array, &count, &capacity, name, value), "virTypedParamsAddULLong", subject())
        case .double(let value):
            try check(
                virTypedParamsAddDouble(&array, &count, &capacity, name, value), "virTypedParamsAddDouble", subject())
        case .boolean(let value):
            try check(
                virTypedParamsAddBoolean(&array, &count, &capacity, name, value ? 1 : 0), "virTypedParamsAddBoolean",
                subject())
        case .string(let value):
            try value.withCheckedCString { text in
                _ = try check(
                    virTypedParamsAddString(&array, &count, &capacity, name, text), "virTypedParamsAddString", subject()
                )
            }
        case .unknown(let type):
            throw LibvirtError(
                code: .invalidArgument, message: "parameter '\(String(cString: name))' has the unknown type \(type)")
        }
    }
}
