// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/form.h"

#include <QCryptographicHash>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace tenantry::api {

namespace {

std::optional<QString> decoded(QByteArray text) {
  QStringDecoder utf8(QStringDecoder::Utf8);
  const QString result = utf8.decode(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
  return utf8.hasError() ? std::nullopt : std::optional(result);
}

/// Takes as long wherever the two differ.
bool areSame(const QByteArray &a, const QByteArray &b) {
  if (a.size() != b.size())
    return false;
  unsigned difference = 0;
  for (qsizetype i = 0; i < a.size(); ++i)
    difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
  return difference == 0;
}

} // namespace

std::optional<Fields> readForm(const http::Request &request) {
  const auto type = request.header("Content-Type").split(';').first().trimmed().toLower();
  if (type != "application/x-www-form-urlencoded")
    return std::nullopt;
  Fields fields;
  for (const auto &pair : request.body.split('&')) {
    const auto equals = pair.indexOf('=');
    if (equals <= 0)
      continue;
    const auto name = pair.left(equals);
    const auto value = decoded(pair.mid(equals + 1));
    if (!value || fields.contains(name))
      return std::nullopt;
    fields.insert(name, *value);
  }
  return fields;
}

QString formWord(const QByteArray &token) {
  return QString::fromLatin1(
      QCryptographicHash::hash("form of " + token, QCryptographicHash::Sha256)
          .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

bool isOurForm(const http::Request &request, const Fields &fields, const QByteArray &token) {
  const auto site = request.header("Sec-Fetch-Site");
  if (!site.isEmpty() && site != "same-origin" && site != "none")
    return false;
  return areSame(fields.value("word").toUtf8(), formWord(token).toUtf8());
}

} // namespace tenantry::api
