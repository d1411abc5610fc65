package scamwarning

// What this device proved last, and what the app ships.

import java.io.File
import java.io.IOException
import java.net.URLEncoder
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json

/** The last files that were proved, by jurisdiction. Nobody trusts them: they are proved again at every use. */
class KeptWarnings(private val folder: File) {
    fun read(jurisdiction: String): Get {
        val texts = try {
            Json.decodeFromString<Map<String, String>>(file(jurisdiction).readText())
        } catch (_: IOException) {
            emptyMap()
        } catch (_: SerializationException) {
            emptyMap()
        }
        return { part, path -> texts[path]?.encodeToByteArray() ?: throw LoadFailure("$part-missing") }
    }

    /** A disk that is full only makes forgetful. */
    fun write(jurisdiction: String, files: Map<String, ByteArray>) {
        try {
            folder.mkdirs()
            val next = File.createTempFile("next", null, folder)
            next.writeText(Json.encodeToString(files.mapValues { it.value.decodeToString() }))
            next.renameTo(file(jurisdiction))
        } catch (_: IOException) {
            return
        }
    }

    private fun file(jurisdiction: String) = File(folder, URLEncoder.encode(jurisdiction, "UTF-8") + ".json")
}

/** Files of the archive that “antiscam export app-fallback” makes; `open` reads one from the app’s own package. */
fun fromPackage(open: (path: String) -> ByteArray): Get = { part, path ->
    try {
        open("warnings/v1/$path")
    } catch (_: IOException) {
        throw LoadFailure("$part-missing")
    }
}
