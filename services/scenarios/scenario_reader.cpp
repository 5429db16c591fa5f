// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/loader.h"
#include "services/business/mail_templates.h"
#include "services/scenarios/scenario.h"
#include "services/scenarios/scenario_toml.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

namespace {

/// Of the whole file, and of its steps beside what a verb is given.
const Keys headKeys{{u"name"_s, {Kind::Text, true}}, {u"start"_s, {Kind::Moment, true}},
                    {u"business"_s, {Kind::Text}},   {u"overlay"_s, {Kind::Table}},
                    {u"step"_s, {Kind::Tables}},     {u"expect"_s, {Kind::Tables}}};
const Key moment{Kind::Moment, true};
const Keys stepKeys{{u"at"_s, {Kind::Moment, true}},
                    {u"do"_s, {Kind::Text, true}},
                    {u"with"_s, {Kind::Table, true}},
                    {u"refused"_s, {Kind::Text}}};

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
    for (auto *table : tables(document, "step"))
      readStep(*table);
    for (auto *table : tables(document, "expect"))
      readExpectation(*table);
    sortByTime();
    readBusiness(document);
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

  Objection objection() {
    return [this](const QString &code, const QString &message, const toml::source_region &where) {
      note(code, message, where);
    };
  }

  std::vector<toml::table *> tables(toml::table &document, std::string_view key) {
    std::vector<toml::table *> found;
    auto *array = document[key].as_array();
    for (std::size_t i = 0; array && i < array->size(); ++i)
      if (auto *table = array->get_as<toml::table>(i))
        found.push_back(table);
    return found;
  }

  Instant instantIn(const Json &read, const char *key, Instant otherwise) {
    const auto found = read.find(key);
    return found == read.end() ? otherwise : found->get<Instant>();
  }

  static QString textIn(const Json &read, const char *key) {
    const auto found = read.find(key);
    return found == read.end() ? QString() : found->get<QString>();
  }

  void readHead(const toml::table &document) {
    const Json read = checkedTable(document, headKeys, u"a scenario"_s, objection());
    m_scenario.name = textIn(read, "name");
    m_scenario.start = instantIn(read, "start", Instant{});
  }

  void readStep(toml::table &table) {
    const Json read = checkedTable(table, stepKeys, u"a step"_s, objection());
    Step step;
    step.place = placeOf(table.source());
    step.at = instantIn(read, "at", m_scenario.start);
    step.verb = textIn(read, "do");
    step.refused = textIn(read, "refused");
    if (step.at < m_scenario.start)
      note(u"scenario.before_start"_s, u"The step lies before the start of the scenario."_s,
           table.source());
    const auto known = verbKeys().find(step.verb);
    auto *with = table["with"].as_table();
    if (known == verbKeys().end())
      note(u"scenario.verb_unknown"_s, u"“%1” cannot be done."_s.arg(step.verb), table.source());
    else if (with)
      step.with = checkedTable(*with, known->second, step.verb, objection());
    if (with)
      checkStep(step, *with);
    m_scenario.steps.push_back(std::move(step));
  }

  /// What a verb can do only in part, and what one of its keys means for another.
  void checkStep(Step &step, toml::table &with) {
    const auto refuse = [&](const QString &code, const QString &sentence) {
      note(code, sentence, with.source());
    };
    if (step.verb == "organization.create"_L1) {
      if (step.with.contains("plan") && !step.with.value("trial", true))
        refuse(u"scenario.unknown_key"_s,
               u"“plan” is what onboarding begins with: with trial = false "
               u"nothing begins; start a subscription."_s);
      if (step.refused.isEmpty() && !m_refs.insert(textIn(step.with, "ref")).second)
        refuse(u"scenario.ref_taken"_s,
               u"There is already an organization “%1”."_s.arg(textIn(step.with, "ref")));
    }
    if (step.verb == "usage.reserve"_L1 && step.refused.isEmpty()) {
      const auto organization = textIn(step.with, "organization");
      const auto [before, isNew] = m_reservations.emplace(textIn(step.with, "ref"), organization);
      if (!isNew && before->second != organization)
        refuse(u"scenario.ref_taken"_s, u"There is already a reservation “%1” of “%2”."_s.arg(
                                            before->first, before->second));
    }
    if (step.verb == "business.apply"_L1) {
      if (step.with.contains("business") == step.with.contains("overlay"))
        refuse(u"scenario.missing_key"_s,
               u"business.apply needs either “business” or “overlay”."_s);
      step.change = m_changes.size();
      m_changes.push_back(&with);
    }
  }

  void readExpectation(const toml::table &table) {
    Expectation expectation;
    expectation.place = placeOf(table.source());
    std::set<QString> subjects;
    for (const auto &[key, value] : table) {
      const auto name = QString::fromStdString(std::string(key.str()));
      if (name == "at"_L1)
        continue;
      if (name == "lines"_L1) {
        readLines(value, expectation);
        continue;
      }
      subjects.insert(name);
      const auto known = expectationKeys().find(name);
      if (known == expectationKeys().end() || !value.is_table()) {
        note(u"scenario.expectation_unknown"_s, u"“%1” cannot be expected."_s.arg(name),
             key.source());
        continue;
      }
      expectation.subject = name;
      expectation.given = checkedTable(*value.as_table(), known->second, name, objection());
      checkMail(expectation, key.source());
    }
    readMoment(table, expectation);
    if (subjects.size() != 1)
      note(subjects.empty() ? u"scenario.missing_key"_s : u"scenario.unknown_key"_s,
           u"An expectation is about one thing, this one about %1."_s.arg(subjects.size()),
           table.source());
    else if (expectation.lines && !subjects.contains(u"invoice"_s))
      note(u"scenario.unknown_key"_s, u"Only an invoice has “lines”."_s, table.source());
    m_scenario.expectations.push_back(std::move(expectation));
  }

  void checkMail(const Expectation &expectation, const toml::source_region &where) {
    const QString kind = textIn(expectation.given, "template");
    if (expectation.subject == "mail"_L1 && !kind.isEmpty() && business::findMail(kind) == nullptr)
      note(u"scenario.expectation_unknown"_s,
           u"No mail “%1” is sent yet; there are: %2."_s.arg(kind, business::mailNames()), where);
  }

  void readMoment(const toml::table &table, Expectation &expectation) {
    const auto at = checkedKey(table, u"at"_s, moment, u"an expectation"_s, objection());
    expectation.at = at ? at->get<Instant>() : m_scenario.start;
    if (expectation.at < m_scenario.start)
      note(u"scenario.before_start"_s, u"The expectation lies before the start of the scenario."_s,
           table.source());
  }

  void readLines(const toml::node &node, Expectation &expectation) {
    expectation.lines = Json::array();
    const auto *lines = node.as_array();
    if (!lines)
      note(u"scenario.wrong_type"_s, u"“lines” is a list of tables."_s, node.source());
    for (std::size_t i = 0; lines && i < lines->size(); ++i) {
      if (const auto *line = lines->get_as<toml::table>(i))
        expectation.lines->push_back(checkedTable(*line, lineKeys(), u"a line"_s, objection()));
      else
        note(u"scenario.wrong_type"_s, u"A line is a table."_s, (*lines)[i].source());
    }
  }

  void readBusiness(toml::table &document) {
    auto source = business::Source::shipped();
    if (!change(source, document))
      return;
    if (auto loaded = load(source))
      m_scenario.business = std::move(*loaded);
    for (auto &step : m_scenario.steps)
      if (step.change && change(source, *m_changes[*step.change]))
        step.business = load(source);
  }

  /// Another directory of business files, and what is laid over them.
  bool change(business::Source &source, toml::table &from) {
    if (const auto directory = from["business"].value<std::string>()) {
      const QDir here = QFileInfo(m_file).dir();
      auto read =
          business::Source::fromDirectory(here.filePath(QString::fromStdString(*directory)));
      if (!read)
        return addAll(read.error());
      source = std::move(*read);
    }
    if (auto *overlay = from["overlay"].as_table())
      if (auto laid = source.overlay(std::move(*overlay)); !laid)
        return addAll(laid.error());
    return true;
  }

  std::optional<business::Business> load(const business::Source &source) {
    auto loaded = source.load();
    if (loaded)
      return std::move(*loaded);
    addAll(loaded.error());
    return std::nullopt;
  }

  bool addAll(const std::vector<Error> &errors) {
    for (auto error : errors) {
      if (error.place.file.isEmpty())
        error.place.file = m_file;
      m_errors.push_back(std::move(error));
    }
    return false;
  }

  void sortByTime() {
    const auto earlier = [](const auto &a, const auto &b) { return a.at < b.at; };
    std::stable_sort(m_scenario.steps.begin(), m_scenario.steps.end(), earlier);
    std::stable_sort(m_scenario.expectations.begin(), m_scenario.expectations.end(), earlier);
  }

  QString m_file;
  Scenario m_scenario;
  std::vector<Error> m_errors;
  std::set<QString> m_refs;                  ///< of organizations
  std::map<QString, QString> m_reservations; ///< the organization of each name
  std::vector<toml::table *>
      m_changes; ///< what each business.apply is given, as it stands in the file
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
