// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/loader.h"
#include "services/scenarios/scenario.h"
#include "services/scenarios/scenario_vocabulary.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <sstream>

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

namespace {

template <typename T> std::string printed(const T &value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

/// Dates and times become their ISO texts; everything else what it is.
Json toJson(const toml::node &node) {
  if (const auto *table = node.as_table()) {
    Json object = Json::object();
    for (const auto &[key, value] : *table)
      object[std::string(key.str())] = toJson(value);
    return object;
  }
  if (const auto *array = node.as_array()) {
    Json list = Json::array();
    for (const auto &value : *array)
      list.push_back(toJson(value));
    return list;
  }
  if (const auto value = node.value_exact<std::string>())
    return *value;
  if (const auto value = node.value_exact<std::int64_t>())
    return *value;
  if (const auto value = node.value_exact<bool>())
    return *value;
  if (const auto value = node.value_exact<double>())
    return *value;
  if (const auto value = node.value_exact<toml::date_time>())
    return printed(*value);
  if (const auto value = node.value_exact<toml::date>())
    return printed(*value);
  return printed(*node.as_time());
}

class Reader {
public:
  explicit Reader(QString file) : m_file(std::move(file)) {}

  tl::expected<Scenario, std::vector<Error>> read() {
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
      return failed(u"scenario.not_found"_s,
                    u"The file cannot be read: %1."_s.arg(file.errorString()), {});
    const auto text = file.readAll();
    toml::table document;
    try {
      document =
          toml::parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    } catch (const toml::parse_error &error) {
      return failed(u"scenario.syntax"_s, QString::fromUtf8(error.description()), error.source());
    }
    m_scenario.file = m_file;
    readHead(document);
    for (const auto *table : tables(document, "step"))
      readStep(*table);
    for (const auto *table : tables(document, "expect"))
      readExpectation(*table);
    readBusiness(document);
    sortByTime();
    if (!m_errors.empty())
      return tl::unexpected(std::move(m_errors));
    return std::move(m_scenario);
  }

private:
  tl::unexpected<std::vector<Error>> failed(const QString &code, const QString &message,
                                            const toml::source_region &where) {
    note(code, message, where);
    return tl::unexpected(std::move(m_errors));
  }

  Place placeOf(const toml::source_region &where) const {
    return {m_file, static_cast<int>(where.begin.line), static_cast<int>(where.begin.column), {}};
  }

  void note(const QString &code, const QString &message, const toml::source_region &where) {
    m_errors.push_back({code, message, placeOf(where)});
  }

  std::vector<const toml::table *> tables(const toml::table &document, std::string_view key) {
    std::vector<const toml::table *> found;
    const auto *node = document.get(key);
    const auto *array = node ? node->as_array() : nullptr;
    if (node && !array)
      note(u"scenario.wrong_type"_s,
           u"“%1” is a list of tables, [[%1]]."_s.arg(QString::fromStdString(std::string(key))),
           node->source());
    if (array)
      for (const auto &entry : *array)
        if (const auto *table = entry.as_table())
          found.push_back(table);
    return found;
  }

  std::optional<Instant> instantOf(const toml::table &table, std::string_view key) {
    const auto *node = table.get(key);
    const auto value = node ? node->value_exact<toml::date_time>() : std::nullopt;
    if (value) {
      const auto instant = parseInstant(QString::fromStdString(printed(*value)));
      if (instant)
        return *instant;
    }
    note(u"scenario.missing_key"_s,
         u"“%1” is missing or no time with an offset, such as 2026-01-31T09:00:00Z."_s.arg(
             QString::fromStdString(std::string(key))),
         node ? node->source() : table.source());
    return std::nullopt;
  }

  QString textOf(const toml::table &table, std::string_view key) {
    const auto *node = table.get(key);
    const auto value = node ? node->value_exact<std::string>() : std::nullopt;
    if (!value)
      note(u"scenario.missing_key"_s,
           u"“%1” is missing or no text."_s.arg(QString::fromStdString(std::string(key))),
           node ? node->source() : table.source());
    return QString::fromStdString(value.value_or(""));
  }

  void checkKeys(const toml::table &table, const Keys &keys, const QString &what) {
    for (const auto &[key, value] : table) {
      const auto name = QString::fromStdString(std::string(key.str()));
      if (!keys.required.contains(name) && !keys.optional.contains(name))
        note(u"scenario.unknown_key"_s, u"“%1” is no key of %2."_s.arg(name, what), key.source());
    }
    for (const auto &name : keys.required)
      if (!table.contains(name.toStdString()))
        note(u"scenario.missing_key"_s, u"%1 needs “%2”."_s.arg(what, name), table.source());
  }

  void readHead(const toml::table &document) {
    checkKeys(document,
              {{u"name"_s, u"start"_s}, {u"business"_s, u"overlay"_s, u"step"_s, u"expect"_s}},
              u"a scenario"_s);
    m_scenario.name = textOf(document, "name");
    m_scenario.start = instantOf(document, "start").value_or(Instant{});
  }

  void readStep(const toml::table &table) {
    checkKeys(table, {{u"at"_s, u"do"_s, u"with"_s}, {u"refused"_s}}, u"a step"_s);
    Step step;
    step.place = placeOf(table.source());
    step.at = instantOf(table, "at").value_or(m_scenario.start);
    step.verb = textOf(table, "do");
    if (table.contains("refused"))
      step.refused = textOf(table, "refused");
    if (step.at < m_scenario.start)
      note(u"scenario.before_start"_s, u"The step lies before the start of the scenario."_s,
           table.source());
    const auto known = verbKeys().find(step.verb);
    const auto *node = table.get("with");
    const auto *with = node ? node->as_table() : nullptr;
    if (known == verbKeys().end())
      note(u"scenario.verb_unknown"_s, u"“%1” cannot be done."_s.arg(step.verb), table.source());
    else if (with)
      checkKeys(*with, known->second, step.verb);
    if (with)
      step.with = toJson(*with);
    if (step.verb == "organization.create"_L1 && step.with.value("trial", true))
      note(
          u"scenario.verb_unknown"_s,
          u"Onboarding with a trial cannot be done: give trial = false and start a subscription."_s,
          table.source());
    if (step.verb == "subscription.cancel"_L1 && step.with.value("credit", false))
      note(u"scenario.verb_unknown"_s, u"A cancellation with a credit cannot be done."_s,
           table.source());
    m_scenario.steps.push_back(std::move(step));
  }

  void readExpectation(const toml::table &table) {
    Expectation expectation;
    expectation.place = placeOf(table.source());
    expectation.at = instantOf(table, "at").value_or(m_scenario.start);
    for (const auto &[key, value] : table) {
      const auto name = QString::fromStdString(std::string(key.str()));
      if (name == "at"_L1)
        continue;
      if (name == "lines"_L1) {
        readLines(value, expectation);
        continue;
      }
      const auto known = expectationKeys().find(name);
      if (known == expectationKeys().end() || !value.is_table()) {
        note(u"scenario.expectation_unknown"_s, u"“%1” cannot be expected."_s.arg(name),
             key.source());
        continue;
      }
      if (!expectation.subject.isEmpty())
        note(u"scenario.unknown_key"_s,
             u"An expectation is about one thing: “%1” or “%2”."_s.arg(expectation.subject, name),
             key.source());
      checkKeys(*value.as_table(), known->second, name);
      expectation.subject = name;
      expectation.given = toJson(value);
    }
    if (expectation.subject.isEmpty() && m_errors.empty())
      note(u"scenario.missing_key"_s, u"The expectation does not say of what."_s, table.source());
    m_scenario.expectations.push_back(std::move(expectation));
  }

  void readLines(const toml::node &node, Expectation &expectation) {
    expectation.lines = toJson(node);
    const auto *lines = node.as_array();
    for (std::size_t i = 0; lines && i < lines->size(); ++i)
      if (const auto *line = lines->get_as<toml::table>(i))
        checkKeys(*line, {{}, lineKeys()}, u"a line"_s);
  }

  void readBusiness(toml::table &document) {
    auto source = business::Source::shipped();
    if (const auto directory = document["business"].value<std::string>()) {
      const QDir here = QFileInfo(m_file).dir();
      auto read =
          business::Source::fromDirectory(here.filePath(QString::fromStdString(*directory)));
      if (!read)
        return addAll(read.error());
      source = std::move(*read);
    }
    if (auto *overlay = document["overlay"].as_table()) {
      if (auto laid = source.overlay(std::move(*overlay)); !laid)
        return addAll(laid.error());
    }
    auto loaded = source.load();
    if (!loaded)
      return addAll(loaded.error());
    m_scenario.business = std::move(*loaded);
  }

  void addAll(const std::vector<Error> &errors) {
    for (auto error : errors) {
      if (error.place.file.isEmpty())
        error.place.file = m_file;
      m_errors.push_back(std::move(error));
    }
  }

  void sortByTime() {
    const auto earlier = [](const auto &a, const auto &b) { return a.at < b.at; };
    std::stable_sort(m_scenario.steps.begin(), m_scenario.steps.end(), earlier);
    std::stable_sort(m_scenario.expectations.begin(), m_scenario.expectations.end(), earlier);
  }

  QString m_file;
  Scenario m_scenario;
  std::vector<Error> m_errors;
};

} // namespace

tl::expected<Scenario, std::vector<Error>> readScenario(const QString &file) {
  return Reader(file).read();
}

Result<QStringList> scenarioFiles(const QString &path) {
  const QFileInfo info(path);
  if (info.isFile())
    return QStringList{path};
  if (!info.isDir())
    return fail(u"scenario.not_found"_s, u"There is no file or directory “%1”."_s.arg(path),
                {path, 0, 0, {}});
  QStringList files;
  for (const auto &entry : QDir(path).entryInfoList({u"*.toml"_s}, QDir::Files, QDir::Name))
    files.push_back(entry.filePath());
  if (files.isEmpty())
    return fail(u"scenario.not_found"_s, u"There is no scenario (*.toml) in “%1”."_s.arg(path),
                {path, 0, 0, {}});
  return files;
}

} // namespace tenantry::scenarios
