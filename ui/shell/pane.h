// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/shell/place.h"
#include "ui/theme/tone.h"
#include "ui/widgets/surface.h"
#include <QPointer>

class QAction;

namespace tenantry::ui {

/// A place within a pane that stands below it in the sidebar, with how much there is.
struct Pin {
  QString text;
  QString count; ///< empty: not known
  Place place;
  QString formula{}; ///< what is counted, and as of when: a sentence each
  bool operator==(const Pin &) const = default;
};

/// One of the window's panes. It fills the area beside the sidebar, brings its own header with at
/// most one primary action, and keeps its state while another one is shown. What can be done in it
/// are its actions.
class Pane : public Surface {
  Q_OBJECT

public:
  using Surface::Surface;

  [[nodiscard]] virtual QString title() const = 0;
  /// What it shows now, for the window's title: its own, with the record that is open.
  [[nodiscard]] virtual QString heading() const { return title(); }
  [[nodiscard]] virtual QString iconName() const = 0;
  [[nodiscard]] virtual Place home() const = 0; ///< where it begins
  /// G and this letter lead there; none: only the digit of its place does.
  [[nodiscard]] virtual QChar letter() const { return {}; }
  /// Of its count in the sidebar: one that asks for action stands out as a badge.
  [[nodiscard]] virtual Tone countTone() const { return Tone::Muted; }
  /// What that count counts, and as of when: a sentence each; empty: it has none.
  [[nodiscard]] virtual QString countFormula() const { return {}; }
  [[nodiscard]] virtual bool holds(const Place &place) const = 0;
  virtual void open(const Place &place) = 0;
  /// Where what is open within the pane was opened from, the outermost; none: nothing is.
  [[nodiscard]] virtual std::optional<Place> outermost() const { return std::nullopt; }
  /// What there is of a record besides itself, for the palette: "Usage of Kestrel Bank", or what
  /// can be done with it.
  struct Part {
    QString text;
    QString iconName;
    Place place;
    QKeySequence keys{};     ///< that lead there now, or do it
    QPointer<QAction> act{}; ///< done once the record is read
    QString refusal{};       ///< why it cannot be, as far as that is known by now
  };
  [[nodiscard]] virtual QList<Part> partsOf(const Place &, const QString &) const { return {}; }
  /// That record is read, and what can be done with one is about it.
  [[nodiscard]] virtual bool isShowing(const Place &) const { return false; }
  /// That place of its with what narrows its list now.
  [[nodiscard]] virtual Place narrowedTo(const Place &place) const { return place; }
  virtual void reload() = 0;
  virtual void focusFilter() = 0;
  /// Leaves what is open within the pane; false where nothing is.
  virtual bool stepBack() = 0;
  /// The parts that F6 goes through.
  [[nodiscard]] virtual QList<QWidget *> areas() { return {this}; }
  /// Nothing that is shown is still being fetched.
  [[nodiscard]] virtual bool isSettled() const = 0;

protected:
  /// That action as a part of a record; `refusal`: whatever the record, why it is not possible.
  [[nodiscard]] Part partOf(QAction *action, const Place &record, const QString &refusal) const;

Q_SIGNALS:
  void placeChanged(const tenantry::ui::Place &place);   ///< the pane now shows this
  void placeRequested(const tenantry::ui::Place &place); ///< it may be another pane's
  void narrowed();                                       ///< its list is, or is not any more
  void countChanged(qint64 count, bool isAtLeast);       ///< for the sidebar
  void pinsChanged(const QList<tenantry::ui::Pin> &pins);
  void settled();
};

} // namespace tenantry::ui
