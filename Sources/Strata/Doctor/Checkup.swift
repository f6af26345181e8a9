/// Looking a host over: what guests need, whether it is there, and what to do where it is not.
///
/// ```swift
/// let checkup = await Checkup.perform(on: nil)
/// for finding in checkup.findings where finding.severity != .fine { print(finding.what, finding.remedy ?? "") }
/// ```
public struct Checkup: Sendable {
    /// What was found, in the order of the checks.
    public var findings: [HealthFinding] { diagnoses.map(\.finding) }
    private var diagnoses: [Diagnosis]

    private static let checks: [any HealthCheck] = [
        DaemonCheck(), AccessCheck(), AccelerationCheck(), NetworkCheck(), PoolCheck(), PathCheck(), FirmwareCheck(),
        TPMCheck(), SpaceCheck(), UnfinishedCheck(), OrphanCheck(),
    ]

    /// Looks at everything; changes nothing.
    ///
    /// - Parameter uri: The host; by default the one that other commands would take.
    /// - Returns: What was found. A host that does not answer is a finding, and no error.
    public static func perform(on uri: String?) async -> Checkup {
        await perform(on: await Patient.examine(uri))
    }

    static func perform(on patient: Patient) async -> Checkup {
        var all: [Diagnosis] = []
        for check in checks {
            var found: [Diagnosis]
            do { found = try await check.diagnoses(of: patient) } catch {
                let failure = Failure(error)
                found = [
                    Diagnosis(
                        .note, "this could not be looked at: \(failure.what): \(failure.why)",
                        why: "it may be well, or not", remedy: failure.hint)
                ]
            }
            for index in found.indices { found[index].finding.check = type(of: check).name }
            all += found
        }
        return Checkup(diagnoses: all)
    }

    /// Mends what can be mended without harm.
    ///
    /// - Returns: The findings that were mended, and why others could not be.
    public func fix() async -> (mended: [HealthFinding], failures: [Failure]) {
        var mended: [HealthFinding] = []
        var failures: [Failure] = []
        for diagnosis in diagnoses {
            guard let fix = diagnosis.fix else { continue }
            do {
                try await fix()
                mended.append(diagnosis.finding)
            } catch let left as LeftAlone {
                var finding = diagnosis.finding
                finding.what = left.why
                mended.append(finding)
            } catch {
                failures.append(Failure(error))
            }
        }
        return (mended, failures)
    }
}
