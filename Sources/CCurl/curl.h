#pragma once
#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot call: one wrapper for each type.

static inline CURLcode curl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

/// The text is copied; a null pointer puts the option back to its default.
static inline CURLcode curl_set_string(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

/// For an option that takes no path when it is given none.
static inline CURLcode curl_unset(CURL *handle, CURLoption option) {
    return curl_easy_setopt(handle, option, (char *)0);
}

static inline CURLcode curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

typedef size_t (*curl_transfer)(char *buffer, size_t size, size_t count, void *context);

static inline CURLcode curl_set_transfer(CURL *handle, CURLoption option, curl_transfer body) {
    return curl_easy_setopt(handle, option, body);
}

typedef int (*curl_socket_made)(void *context, curl_socket_t socket, curlsocktype purpose);

static inline CURLcode curl_set_socket_made(CURL *handle, curl_socket_made body) {
    return curl_easy_setopt(handle, CURLOPT_SOCKOPTFUNCTION, body);
}

static inline CURLcode curl_set_progress(CURL *handle, curl_xferinfo_callback body) {
    return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, body);
}

static inline CURLcode curl_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

/// The result of a transfer that has ended, taken from the queue; 0 when there is none.
static inline int curl_take_result(CURLM *multi, CURLcode *result) {
    int left = 0;
    CURLMsg *message;
    while ((message = curl_multi_info_read(multi, &left)) != NULL) {
        if (message->msg == CURLMSG_DONE) {
            *result = message->data.result;
            return 1;
        }
    }
    return 0;
}
