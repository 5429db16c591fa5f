// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/refusal_text.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <nlohmann/json.hpp>
#include <vector>

using namespace Qt::StringLiterals;

// The resource stands in a static library; outside of any namespace, as Q_INIT_RESOURCE asks.
static void initRefusals() { Q_INIT_RESOURCE(refusals); }

namespace tenantry::ui {

namespace {

const QRegularExpression &placeholder() {
  static const QRegularExpression found(u"%(\\d{1,2})"_s);
  return found;
}

/// A sentence of the services with places for values: "Invoice %1 is %2.".
class Sentence {
public:
  explicit Sentence(const QString &text) : m_text(text), m_begin(text.section(u'%', 0, 0)) {
    QString pattern;
    qsizetype after = 0;
    for (auto it = placeholder().globalMatch(text); it.hasNext();) {
      const auto place = it.next();
      const int number = place.captured(1).toInt();
      const auto known = m_places.indexOf(number);
      pattern += QRegularExpression::escape(text.sliced(after, place.capturedStart() - after));
      pattern += known < 0 ? u"(.*?)"_s : u"\\%1"_s.arg(known + 1);
      if (known < 0)
        m_places.append(number);
      after = place.capturedEnd();
    }
    pattern += QRegularExpression::escape(text.sliced(after));
    m_pattern = QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                                   QRegularExpression::DotMatchesEverythingOption);
  }

  [[nodiscard]] const QString &text() const { return m_text; }
  /// How much of it is not values: of two that fit, the one that says more.
  [[nodiscard]] qsizetype weight() const { return m_text.size(); }

  /// By the number of the place, if `sentence` is this one with values.
  [[nodiscard]] std::optional<QHash<int, QString>> valuesIn(const QString &sentence) const {
    if (!sentence.startsWith(m_begin))
      return std::nullopt;
    const auto match = m_pattern.match(sentence);
    if (!match.hasMatch())
      return std::nullopt;
    QHash<int, QString> values;
    for (qsizetype i = 0; i < m_places.size(); ++i)
      values.insert(m_places[i], match.captured(int(i) + 1));
    return values;
  }

private:
  QString m_text;
  QString m_begin; ///< up to the first value
  QRegularExpression m_pattern;
  QList<int> m_places; ///< in the order in which they first stand there
};

/// Those that say most come first.
std::vector<Sentence> readSentences() {
  initRefusals();
  QFile file(u":/refusals/refusals.json"_s);
  if (!file.open(QIODevice::ReadOnly))
    throw ProgrammingError("the sentences of the services are not in the program");
  std::vector<Sentence> sentences;
  for (const auto &text : nlohmann::json::parse(file.readAll().toStdString()))
    sentences.emplace_back(QString::fromStdString(text.get<std::string>()));
  std::stable_sort(sentences.begin(), sentences.end(),
                   [](const auto &a, const auto &b) { return a.weight() > b.weight(); });
  return sentences;
}

/// In one pass: a value may hold a per cent sign.
QString filledIn(const QString &text, const QHash<int, QString> &values) {
  QString filled;
  qsizetype after = 0;
  for (auto it = placeholder().globalMatch(text); it.hasNext();) {
    const auto place = it.next();
    filled += text.sliced(after, place.capturedStart() - after);
    filled += said(values.value(place.captured(1).toInt(), place.captured(0)));
    after = place.capturedEnd();
  }
  return filled + text.sliced(after);
}

} // namespace

QString said(const QString &sentence) {
  static const auto sentences = readSentences();
  if (!sentence.contains(u' ')) // a value
    return sentence;
  for (const auto &known : sentences) {
    const auto values = known.valuesIn(sentence);
    if (!values)
      continue;
    const auto own = QCoreApplication::translate("Refusal", known.text().toUtf8().constData());
    return own == known.text() ? sentence : filledIn(own, *values);
  }
  return sentence;
}

QString saidWithReference(const Error &error) {
  return QCoreApplication::translate("Refusal", "%1 Reference: %2.").arg(said(error), error.code);
}

} // namespace tenantry::ui
