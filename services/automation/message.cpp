// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/message.h"

#include <gmime/gmime.h>
#include <memory>
#include <mutex>

using namespace Qt::StringLiterals;

namespace tenantry::automation {

namespace {

template <typename T> struct Unref {
  void operator()(T *object) const { g_object_unref(object); }
};
template <typename T> using Held = std::unique_ptr<T, Unref<T>>;

void startGMime() {
  static std::once_flag once;
  std::call_once(once, g_mime_init);
}

/// For the head: whatever would end the line is a space.
QByteArray inHead(QString value) {
  for (QChar &c : value)
    if (c.category() == QChar::Other_Control)
      c = u' ';
  return value.simplified().toUtf8();
}

void setContent(GMimePart *part, const QByteArray &bytes, GMimeContentEncoding encoding) {
  const Held<GMimeStream> stream(
      g_mime_stream_mem_new_with_buffer(bytes.constData(), static_cast<size_t>(bytes.size())));
  const Held<GMimeDataWrapper> content(
      g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  g_mime_part_set_content(part, content.get());
  g_mime_part_set_content_encoding(part, encoding);
}

/// Not GMime's own part for texts, which chooses a character set by what is in it.
Held<GMimeObject> textPart(const char *subtype, const QString &text) {
  GMimePart *part = g_mime_part_new_with_type("text", subtype);
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), "charset", "utf-8");
  setContent(part, text.toUtf8(), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  return Held<GMimeObject>(GMIME_OBJECT(part));
}

Held<GMimeObject> pdfPart(const Attachment &attachment) {
  GMimePart *part = g_mime_part_new_with_type("application", "pdf");
  setContent(part, attachment.pdf, GMIME_CONTENT_ENCODING_BASE64);
  g_mime_object_set_disposition(GMIME_OBJECT(part), GMIME_DISPOSITION_ATTACHMENT);
  g_mime_part_set_filename(part, inHead(attachment.fileName).constData());
  return Held<GMimeObject>(GMIME_OBJECT(part));
}

Held<GMimeObject> bodyOf(const Message &message) {
  GMimeMultipart *alternative = g_mime_multipart_new_with_subtype("alternative");
  Held<GMimeObject> texts(GMIME_OBJECT(alternative));
  g_mime_multipart_add(alternative, textPart("plain", message.text).get());
  g_mime_multipart_add(alternative, textPart("html", message.html).get());
  if (!message.attachment)
    return texts;
  GMimeMultipart *mixed = g_mime_multipart_new_with_subtype("mixed");
  g_mime_multipart_add(mixed, texts.get());
  g_mime_multipart_add(mixed, pdfPart(*message.attachment).get());
  return Held<GMimeObject>(GMIME_OBJECT(mixed));
}

void setDate(GMimeMessage *mail, Instant date) {
  using namespace std::chrono;
  GDateTime *time =
      g_date_time_new_from_unix_utc(duration_cast<seconds>(date.time_since_epoch()).count());
  g_mime_message_set_date(mail, time);
  g_date_time_unref(time);
}

} // namespace

QByteArray toMime(const Message &message) {
  startGMime();
  GMimeMessage *mail = g_mime_message_new(TRUE);
  const Held<GMimeObject> whole(GMIME_OBJECT(mail));
  g_mime_message_add_mailbox(mail, GMIME_ADDRESS_TYPE_FROM, inHead(message.fromName).constData(),
                             inHead(message.from).constData());
  g_mime_message_add_mailbox(mail, GMIME_ADDRESS_TYPE_TO, nullptr, inHead(message.to).constData());
  g_mime_message_set_subject(mail, inHead(message.subject).constData(), "utf-8");
  g_mime_message_set_message_id(mail, inHead(message.messageId).constData());
  setDate(mail, message.date);
  g_mime_object_set_header(whole.get(), "Auto-Submitted", "auto-generated", "utf-8");
  g_mime_message_set_mime_part(mail, bodyOf(message).get());
  GMimeFormatOptions *format = g_mime_format_options_clone(nullptr);
  g_mime_format_options_set_newline_format(format, GMIME_NEWLINE_FORMAT_DOS);
  char *text = g_mime_object_to_string(whole.get(), format);
  g_mime_format_options_free(format);
  QByteArray bytes(text);
  g_free(text);
  return bytes;
}

} // namespace tenantry::automation
