// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/mail_templates.h"
#include "services/business/sections.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;

namespace tenantry::business {
namespace {

bool contains(keys::Keys list, const QString &word) {
  return std::find(list.begin(), list.end(), word.toStdString()) != list.end();
}

/// Also what has such a name and is no file, so that it is missed and not passed over.
QStringList tomlFilesBelow(const QDir &folder) {
  QStringList files;
  QDirIterator all(folder.path(), {u"*.toml"_s},
                   QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot,
                   QDirIterator::Subdirectories);
  while (all.hasNext())
    files += folder.relativeFilePath(QFileInfo(all.next()).absoluteFilePath());
  files.sort();
  return files;
}

QString problemOfFile(const QString &file) {
  const QString first = file.section(u'/', 0, 0);
  const QString section = first.endsWith(u".toml"_s) ? first.chopped(5) : first;
  if (contains(keys::laterSections, section))
    return u"“%1” belongs to a capability that this version does not have yet; move the file away."_s
        .arg(file);
  if (first == u"mail")
    return u"“%1” is not a mail of this version; the mails are %2 (.toml). "
           u"Rename the file or move it away."_s.arg(file, mailNames());
  return u"“%1” is not a business file; the files are business, metrics, "
         u"addons, coupons, tax, dunning, roles, onboarding (.toml), plans/*.toml "
         u"and mail/*.toml. Rename the file or move it away."_s.arg(file);
}

class FolderReader {
public:
  FolderReader(const QString &folder, Errors &errors) : m_folder(folder), m_errors(errors) {}

  toml::table readAll() {
    const QStringList files = tomlFilesBelow(m_folder);
    if (files.isEmpty())
      report(u"unreadable"_s,
             u"There are no business files here; name the folder that contains "
             u"business.toml."_s,
             {m_folder.path(), 0, 0, {}});
    else if (!files.contains(u"business.toml"_s))
      report(u"unreadable"_s,
             u"There is no business.toml here; it is the file that says who "
             u"sells and in which currency."_s,
             {m_folder.path(), 0, 0, {}});
    for (const QString &file : files)
      readFile(file);
    return std::move(m_sections);
  }

private:
  void readFile(const QString &file) {
    const QStringList parts = file.split(u'/');
    const QString base = parts.last().chopped(5);
    if (parts.size() == 2 && parts.first() == u"plans")
      addPlan(file, base);
    else if (parts.size() == 2 && parts.first() == u"mail" && findMail(base) != nullptr)
      addMail(file, base);
    else if (parts.size() == 1 && base != u"plans" && base != u"mail" &&
             contains(keys::sections, base))
      addSection(file, base);
    else
      report(u"unknown_file"_s, problemOfFile(file), {m_folder.filePath(file), 0, 0, {}});
  }

  void addSection(const QString &file, const QString &section) {
    if (auto table = parse(file))
      m_sections.insert_or_assign(section.toStdString(), std::move(*table));
  }

  void addMail(const QString &file, const QString &id) {
    m_sections.insert("mail", toml::table());
    if (auto table = parse(file))
      m_sections["mail"].as_table()->insert_or_assign(id.toStdString(), std::move(*table));
  }

  void addPlan(const QString &file, const QString &base) {
    auto table = parse(file);
    if (!table)
      return;
    const std::string id = (*table)["id"].value_or(base.toStdString());
    m_sections.insert("plans", toml::table());
    toml::table &plans = *m_sections["plans"].as_table();
    if (const toml::node *other = plans.get(id))
      report(u"duplicate"_s,
             u"The plan “%1” is already in %2; give one of the two another id."_s.arg(
                 fromUtf8(id), placeOf(other->source(), {}).file),
             placeOf((*table)["id"] ? (*table)["id"].node()->source() : table->source(), u"id"_s));
    else
      plans.insert_or_assign(id, std::move(*table));
  }

  std::optional<toml::table> parse(const QString &file) {
    QFile device(m_folder.filePath(file));
    if (!device.open(QIODevice::ReadOnly)) {
      report(u"unreadable"_s, u"The file cannot be read: %1."_s.arg(device.errorString()),
             {device.fileName(), 0, 0, {}});
      return std::nullopt;
    }
    auto table = parseToml(device.readAll().toStdString(), device.fileName());
    if (table)
      return std::move(*table);
    m_errors.push_back(table.error());
    return std::nullopt;
  }

  void report(const QString &kind, const QString &sentence, const Place &place) {
    m_errors.push_back({u"business."_s + kind, sentence, place});
  }

  QDir m_folder;
  Errors &m_errors;
  toml::table m_sections;
};

} // namespace

toml::table readFolder(const QString &folder, Errors &errors) {
  return FolderReader(folder, errors).readAll();
}

} // namespace tenantry::business
