extension Names {
    static let snapshotGroups = [
        TypeGroup("DomainSnapshotOptions", snapshots), TypeGroup("DomainCheckpointOptions", checkpoints),
    ]

    private static let snapshots = [
        TypeName("virDomainSnapshotCreateFlags", "DomainSnapshotCreateOptions", "How to take a snapshot."),
        TypeName("virDomainSnapshotDeleteFlags", "DomainSnapshotDeleteOptions", "What to delete of a snapshot."),
        TypeName("virDomainSnapshotListFlags", "DomainSnapshotListOptions", "Which snapshots to list."),
        TypeName("virDomainSnapshotRevertFlags", "DomainSnapshotRevertOptions", "How to revert to a snapshot."),
        TypeName("virDomainSnapshotXMLFlags", "DomainSnapshotXMLOptions", "Which description of a snapshot to give."),
    ]

    private static let checkpoints = [
        TypeName("virDomainCheckpointCreateFlags", "DomainCheckpointCreateOptions", "How to create a checkpoint."),
        TypeName("virDomainCheckpointDeleteFlags", "DomainCheckpointDeleteOptions", "What to delete of a checkpoint."),
        TypeName("virDomainCheckpointListFlags", "DomainCheckpointListOptions", "Which checkpoints to list."),
        TypeName(
            "virDomainCheckpointXMLFlags", "DomainCheckpointXMLOptions", "Which description of a checkpoint to give."),
    ]
}
