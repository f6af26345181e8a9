/// One constant of a C enumeration.
struct Constant {
    var name: String
    var type: String
    var value: Int64
    var info: String
    var header: String
}

/// One macro that stands for the name of a typed parameter.
struct ParameterMacro {
    var name: String
    var string: String
    var info: String
    var header: String
}

/// One function.
struct Function {
    var name: String
    /// The version of libvirt that it came with, such as 9, 0 and 0.
    var version: [Int]
    var header: String
}

/// What libvirt's API descriptions say about names and numbers.
struct APIDescription {
    /// Such as `9.0.0`.
    var version: String
    var constants: [Constant]
    var parameters: [ParameterMacro]
    var functions: [Function] = []

    /// The constants of each type, smallest value first; equal values stay in the order of the description.
    var types: [String: [Constant]] {
        Dictionary(grouping: constants, by: \.type).mapValues { constants in
            constants.enumerated().sorted { ($0.element.value, $0.offset) < ($1.element.value, $1.offset) }.map(
                \.element)
        }
    }
}

extension [Constant] {
    /// The constants without the sentinels that only say how many there are.
    ///
    /// A constant that ends in `_LAST` is a sentinel where none is greater: `VIR_NETWORK_UPDATE_COMMAND_ADD_LAST` is not.
    func withoutSentinels() -> [Constant] {
        guard let greatest = map(\.value).max() else { return [] }
        let ends = filter { $0.name.hasSuffix("_LAST") && $0.value == greatest }
        if ends.isEmpty { return self }
        return filter { $0.value < greatest }
    }
}
