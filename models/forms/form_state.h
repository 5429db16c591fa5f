// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QMap>
#include <QString>

namespace tenantry::models {

/// The fields of a form as text by their keys, whatever the locale: days as ISO, numbers and
/// amounts with a point, empty where there is nothing.
using FormValues = QMap<QString, QString>;

struct FormChoice {
  QString value, text;
};

/// A field that two people have written.
struct FieldDifference {
  QString field, mine, theirs;
  bool operator==(const FieldDifference &) const = default;
};

/// What stands in a form: what is stored, what was typed, and what it was typed over. What others
/// store meanwhile fills the fields that nobody has typed into; where both wrote it is a difference
/// until somebody chooses. No text that was typed is ever lost.
class FormState {
public:
  FormState() = default;
  explicit FormState(FormValues stored) : m_stored(stored), m_base(stored), m_typed(stored) {}

  void type(const QString &field, const QString &text);
  void take(const FormValues &stored); ///< what is stored by now
  void keepMine(const QString &field); ///< over what is stored by now
  void takeTheirs(const QString &field);

  [[nodiscard]] const FormValues &typed() const { return m_typed; }
  [[nodiscard]] const FormValues &stored() const { return m_stored; }
  [[nodiscard]] FormValues changes() const; ///< what saving would write
  [[nodiscard]] QList<FieldDifference> differences() const;

  /// What was typed, each over what it was typed over: as much as a draft needs.
  struct Written {
    QString over, text;
    bool operator==(const Written &) const = default;
  };
  [[nodiscard]] QMap<QString, Written> written() const;
  void restore(const QMap<QString, Written> &written);

private:
  void reconcile();

  FormValues m_stored;
  FormValues m_base; ///< what each field was typed over
  FormValues m_typed;
};

} // namespace tenantry::models
