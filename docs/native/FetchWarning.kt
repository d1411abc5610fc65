package scamwarning

// Bytes from the network: capped in size and time, and without redirects.

import java.io.ByteArrayOutputStream
import java.io.IOException
import java.net.HttpURLConnection
import java.net.URI
import java.time.Duration
import java.time.Instant

private const val TIMEOUT = 3000L // ms for everything together: a person is waiting
private val MOST_BYTES = mapOf("latest" to 65_536, "release" to 65_536, "bundle" to 262_144)

/** Files below an https address that ends with `warnings/v1/`: without redirects, capped in size and time. */
fun fromNetwork(base: String, until: Instant = Instant.now().plusMillis(TIMEOUT)): (Boolean) -> Get =
    { pastCaches -> { part, path -> fetched(URI(base + path), part, pastCaches || part == "latest", until) } }

private fun fetched(address: URI, part: String, pastCaches: Boolean, until: Instant): ByteArray = try {
    val connection = address.toURL().openConnection() as HttpURLConnection
    try {
        val left = maxOf(1, Duration.between(Instant.now(), until).toMillis()).toInt()
        connection.connectTimeout = left
        connection.readTimeout = left
        connection.instanceFollowRedirects = false
        if (pastCaches) connection.setRequestProperty("Cache-Control", "no-cache")
        val status = connection.responseCode
        prove(status !in 300..399, "$part-unreachable")
        prove(status == 200, "$part-missing")
        received(connection, part, until)
    } finally {
        connection.disconnect()
    }
} catch (_: IOException) {
    throw LoadFailure("$part-unreachable")
}

private fun received(connection: HttpURLConnection, part: String, until: Instant): ByteArray {
    val most = MOST_BYTES.getValue(part)
    val content = ByteArrayOutputStream()
    val buffer = ByteArray(8192)
    connection.inputStream.use { stream ->
        var count = stream.read(buffer)
        while (count >= 0) {
            content.write(buffer, 0, count)
            prove(content.size() <= most, "$part-too-large")
            prove(Instant.now() < until, "$part-unreachable")
            count = stream.read(buffer)
        }
    }
    return content.toByteArray()
}
