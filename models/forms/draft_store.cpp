// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/draft_store.h"

#include "services/core/json.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

constexpr qint64 largestFile = 1 << 20;
constexpr auto ownersOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

bool writeDraft(const QString &path, const Draft &draft) {
  const auto folder = QFileInfo(path).path();
  if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, ownersOnly | QFileDevice::ExeOwner))
    return false;
  Json fields = Json::object();
  for (const auto &[field, one] : draft.asKeyValueRange())
    fields[field.toStdString()] = {{"over", one.over}, {"text", one.text}};
  QSaveFile file(path);
  return file.open(QIODevice::WriteOnly) && file.setPermissions(ownersOnly) &&
         file.write(toBytes({{"fields", fields}})) >= 0 && file.commit();
}

/// Nothing is believed that somebody else may have written.
Draft readDraft(const QString &path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
    return {};
  const auto json = parseJson(file.readAll());
  if (!json || !json->is_object() || !json->contains("fields") || !(*json)["fields"].is_object())
    return {};
  Draft draft;
  for (const auto &[field, one] : (*json)["fields"].items())
    if (one.is_object() && one.contains("over") && one["over"].is_string() &&
        one.contains("text") && one["text"].is_string())
      draft.insert(QString::fromStdString(field),
                   {one["over"].get<QString>(), one["text"].get<QString>()});
  return draft;
}

} // namespace

DraftStore::DraftStore(const QString &folder, const QString &database)
    : m_folder(u"%1/%2"_s.arg(
          folder, QString::fromLatin1(
                      QCryptographicHash::hash(database.toUtf8(), QCryptographicHash::Sha256)
                          .toHex()
                          .left(16)))),
      m_lane(std::make_unique<QThreadPool>()) {
  m_lane->setMaxThreadCount(1);
}

DraftStore::~DraftStore() { m_lane->waitForDone(); }

QString DraftStore::defaultFolder() {
  return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
         u"/tenantry/drafts"_s;
}

QString DraftStore::fileOf(const DraftKey &key) const {
  return u"%1/%2-%3.json"_s.arg(
      m_folder, key.form,
      key.record.isEmpty() ? u"new"_s : QString::fromLatin1(QUrl::toPercentEncoding(key.record)));
}

QFuture<bool> DraftStore::keep(const DraftKey &key, const Draft &draft) {
  return QtConcurrent::run(m_lane.get(),
                           [path = fileOf(key), draft] { return writeDraft(path, draft); });
}

QFuture<bool> DraftStore::discard(const DraftKey &key) {
  return QtConcurrent::run(
      m_lane.get(), [path = fileOf(key)] { return !QFile::exists(path) || QFile::remove(path); });
}

QFuture<Draft> DraftStore::read(const DraftKey &key) {
  return QtConcurrent::run(m_lane.get(), [path = fileOf(key)] { return readDraft(path); });
}

} // namespace tenantry::models
