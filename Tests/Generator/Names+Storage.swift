extension Names {
    static let storageGroups = [
        TypeGroup("StoragePoolTypes", pools), TypeGroup("StorageVolumeTypes", volumes),
        TypeGroup("SecretTypes", secrets),
    ]

    private static let pools = [
        TypeName(
            "virStoragePoolState", "StoragePoolState", "Whether a storage pool can be used.",
            prefixes: ["VIR_STORAGE_POOL_"]),
        TypeName("virStoragePoolEventID", "StoragePoolEventID", "The kinds of events that a storage pool sends."),
        TypeName(
            "virStoragePoolEventLifecycleType", "StoragePoolLifecycleEventType",
            "What happened in the life of a storage pool.", prefixes: ["VIR_STORAGE_POOL_EVENT_"]),
        TypeName("virStoragePoolBuildFlags", "StoragePoolBuildOptions", "How to build a storage pool."),
        TypeName(
            "virStoragePoolCreateFlags", "StoragePoolStartOptions", "How to start a storage pool.",
            prefixes: ["VIR_STORAGE_POOL_CREATE_"]),
        TypeName("virStoragePoolDefineFlags", "StoragePoolDefineOptions", "How to define a storage pool."),
        TypeName(
            "virStoragePoolDeleteFlags", "StoragePoolDeleteOptions", "How to delete what a storage pool is made of.",
            members: ["ZEROED": "zeroed"]),
        TypeName(
            "virConnectListAllStoragePoolsFlags", "StoragePoolListOptions", "Which storage pools to list.",
            prefixes: ["VIR_CONNECT_LIST_STORAGE_POOLS_"]),
        TypeName("virStorageXMLFlags", "StoragePoolXMLOptions", "Which description of a storage pool to give."),
    ]

    private static let volumes = [
        TypeName(
            "virStorageVolType", "StorageVolumeType", "What a storage volume is made of.",
            prefixes: ["VIR_STORAGE_VOL_"]),
        TypeName("virStorageVolCreateFlags", "StorageVolumeCreateOptions", "How to create a storage volume."),
        TypeName("virStorageVolDeleteFlags", "StorageVolumeDeleteOptions", "How to delete a storage volume."),
        TypeName(
            "virStorageVolInfoFlags", "StorageVolumeInfoOptions", "Which size of a storage volume to report.",
            prefixes: ["VIR_STORAGE_VOL_GET_", "VIR_STORAGE_VOL_"]),
        TypeName("virStorageVolResizeFlags", "StorageVolumeResizeOptions", "How to resize a storage volume."),
        TypeName("virStorageVolUploadFlags", "StorageVolumeUploadOptions", "How to write data into a storage volume."),
        TypeName(
            "virStorageVolDownloadFlags", "StorageVolumeDownloadOptions", "How to read data from a storage volume."),
        TypeName(
            "virStorageVolWipeAlgorithm", "StorageVolumeWipeAlgorithm",
            "How to make a storage volume's data unreadable.",
            prefixes: ["VIR_STORAGE_VOL_WIPE_ALG_"]),
    ]

    private static let secrets = [
        TypeName("virSecretUsageType", "SecretUsageType", "What a secret is for.", members: ["NONE": "noUsage"]),
        TypeName("virSecretEventID", "SecretEventID", "The kinds of events that a secret sends."),
        TypeName(
            "virSecretEventLifecycleType", "SecretLifecycleEventType", "What happened in the life of a secret.",
            prefixes: ["VIR_SECRET_EVENT_"]),
        TypeName("virSecretDefineFlags", "SecretDefineOptions", "How to define a secret."),
        TypeName(
            "virConnectListAllSecretsFlags", "SecretListOptions", "Which secrets to list.",
            prefixes: ["VIR_CONNECT_LIST_SECRETS_"]),
    ]
}
