// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/apply.h"
#include "services/business/loader.h"
#include "services/importing/import_service.h"
#include "tests/support/differences_of.h"
#include "tests/support/test_database.h"

#include <QFile>
#include <QTemporaryDir>

namespace tenantry::tests {

using namespace Qt::StringLiterals;

/// A database with the shipped business, and an import into it.
class House {
public:
  explicit House(const QString &now = u"2026-03-10T12:00:00Z"_s, const QString &role = u"worker"_s)
      : clock(*parseInstant(now)), m_worker(m_test.connect(role)), m_owner(m_test.connect()) {
    store::Session owner{*m_owner, clock, u"tests"_s};
    const auto applied =
        business::BusinessApply(owner).apply(*business::Source::shipped().load(), u"tests"_s);
    if (!applied)
      qFatal("%s", qPrintable(applied.error().toString()));
  }

  importing::ImportService import() { return {session, business}; }

  /// One number per row of a statement, or what is wrong with it.
  QStringList rows(const QByteArray &sql) {
    const auto found = m_owner->adHoc(sql);
    if (!found)
      return {found.error().toString()};
    QStringList texts;
    for (const auto row : *found)
      texts += row.get<QString>(0);
    return texts;
  }

  std::vector<OrganizationId> organizations() {
    std::vector<OrganizationId> ids;
    const auto found = m_owner->adHoc("select organization_id from organization");
    for (const auto row : *found)
      ids.push_back(row.get<OrganizationId>(0));
    return ids;
  }

  /// Every figure that is stored and does not follow from its source.
  QStringList differences() { return differencesOf(session, business); }

  VirtualClock clock;
  business::AppliedBusiness business;

private:
  TestDatabase m_test;
  std::unique_ptr<store::Database> m_worker;
  std::unique_ptr<store::Database> m_owner;

public:
  store::Session session{*m_worker, clock, u"import"_s};
};

/// "customers: 5 good, 0 known, 3 bad, 5 landed"
inline QStringList counts(const importing::ImportReport &report) {
  QStringList texts;
  for (const auto &file : report.files)
    texts += u"%1: %2 good, %3 known, %4 bad, %5 landed"_s.arg(toString(file.kind))
                 .arg(file.good)
                 .arg(file.known)
                 .arg(file.bad)
                 .arg(file.landed);
  return texts;
}

/// "customers.csv 6 id id_missing"
inline QStringList errors(const importing::ImportReport &report) {
  QStringList texts;
  for (const auto &file : report.files)
    for (const auto &error : file.errors)
      texts += u"%1 %2 %3 %4"_s.arg(error.place.file)
                   .arg(error.place.line)
                   .arg(error.place.field, error.code);
  return texts;
}

inline QString write(const QTemporaryDir &folder, const QString &name, const QByteArray &text) {
  QFile file(folder.filePath(name));
  if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
    qFatal("cannot write");
  return file.fileName();
}

} // namespace tenantry::tests
