;; The inner loops of training by vector instructions, four 32-bit floats at a time. Widths are in bytes and multiples
;; of 16; a list holds, for each row in use, its place (32-bit) and the value of its input (float).
(module
  (import "host" "memory" (memory 1))

  ;; Adds rows, each times its value, to the states of the hidden units.
  (func (export "gather")
    (param $list i32) (param $end i32) (param $states i32) (param $width i32)
    (local $row i32) (local $at i32) (local $value v128)
    (loop $rows
      (local.set $row (i32.load (local.get $list)))
      (local.set $value (v128.load32_splat offset=4 (local.get $list)))
      (local.set $at (i32.const 0))
      (loop $units
        (v128.store (i32.add (local.get $states) (local.get $at))
          (f32x4.add
            (v128.load (i32.add (local.get $states) (local.get $at)))
            (f32x4.mul (local.get $value) (v128.load (i32.add (local.get $row) (local.get $at))))))
        (br_if $units (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $width))))
      (br_if $rows (i32.lt_u (local.tee $list (i32.add (local.get $list) (i32.const 8))) (local.get $end)))))

  ;; Adds the outer weights of units, each times the unit's state, to the sums of the labels. A unit left out has
  ;; state 0.
  (func (export "spread")
    (param $states i32) (param $end i32) (param $weights i32) (param $sums i32) (param $width i32)
    (local $state v128) (local $at i32)
    (loop $units
      (if (f32.gt (f32.load (local.get $states)) (f32.const 0))
        (then
          (local.set $state (v128.load32_splat (local.get $states)))
          (local.set $at (i32.const 0))
          (loop $labels
            (v128.store (i32.add (local.get $sums) (local.get $at))
              (f32x4.add
                (v128.load (i32.add (local.get $sums) (local.get $at)))
                (f32x4.mul (local.get $state) (v128.load (i32.add (local.get $weights) (local.get $at))))))
            (br_if $labels
              (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $width))))))
      (local.set $weights (i32.add (local.get $weights) (local.get $width)))
      (br_if $units (i32.lt_u (local.tee $states (i32.add (local.get $states) (i32.const 4))) (local.get $end)))))

  ;; For units with a state: first what each is to blame for, which takes the place of how far it is open; then a
  ;; step of its outer weights.
  (func (export "blame")
    (param $states i32) (param $end i32) (param $open i32) (param $weights i32) (param $squares i32)
    (param $errors i32) (param $width i32) (param $rate f32)
    (local $at i32) (local $sum v128) (local $state v128) (local $step v128) (local $gradient v128)
    (local $weight v128) (local $square v128)
    (local.set $step (f32x4.splat (local.get $rate)))
    (loop $units
      (if (f32.gt (f32.load (local.get $states)) (f32.const 0))
        (then
          (local.set $state (v128.load32_splat (local.get $states)))
          (local.set $sum (v128.const f32x4 0 0 0 0))
          (local.set $at (i32.const 0))
          (loop $labels
            (local.set $weight (v128.load (i32.add (local.get $weights) (local.get $at))))
            (local.set $gradient (v128.load (i32.add (local.get $errors) (local.get $at))))
            (local.set $sum (f32x4.add (local.get $sum) (f32x4.mul (local.get $gradient) (local.get $weight))))
            (local.set $gradient (f32x4.mul (local.get $gradient) (local.get $state)))
            (local.set $square
              (f32x4.add
                (v128.load (i32.add (local.get $squares) (local.get $at)))
                (f32x4.mul (local.get $gradient) (local.get $gradient))))
            (v128.store (i32.add (local.get $squares) (local.get $at)) (local.get $square))
            (v128.store (i32.add (local.get $weights) (local.get $at))
              (f32x4.sub (local.get $weight)
                (f32x4.div
                  (f32x4.mul (local.get $step) (local.get $gradient))
                  (f32x4.sqrt (local.get $square)))))
            (br_if $labels
              (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $width))))
          (f32.store (local.get $open)
            (f32.mul (f32.load (local.get $open))
              (f32.add
                (f32.add (f32x4.extract_lane 0 (local.get $sum)) (f32x4.extract_lane 1 (local.get $sum)))
                (f32.add (f32x4.extract_lane 2 (local.get $sum)) (f32x4.extract_lane 3 (local.get $sum)))))))
        (else (f32.store (local.get $open) (f32.const 0))))
      (local.set $weights (i32.add (local.get $weights) (local.get $width)))
      (local.set $squares (i32.add (local.get $squares) (local.get $width)))
      (local.set $open (i32.add (local.get $open) (i32.const 4)))
      (br_if $units (i32.lt_u (local.tee $states (i32.add (local.get $states) (i32.const 4))) (local.get $end)))))

  ;; A step of each row in use: its units' blame times its value. The squares stand `apart` bytes behind the weights.
  (func (export "descend")
    (param $list i32) (param $end i32) (param $blame i32) (param $width i32) (param $apart i32) (param $rate f32)
    (local $row i32) (local $at i32) (local $value v128) (local $step v128) (local $gradient v128)
    (local $place i32) (local $square v128)
    (local.set $step (f32x4.splat (local.get $rate)))
    (loop $rows
      (local.set $row (i32.load (local.get $list)))
      (local.set $value (v128.load32_splat offset=4 (local.get $list)))
      (local.set $at (i32.const 0))
      (loop $units
        (local.set $gradient
          (f32x4.mul (local.get $value) (v128.load (i32.add (local.get $blame) (local.get $at)))))
        (local.set $place (i32.add (local.get $row) (local.get $at)))
        (local.set $square
          (f32x4.add
            (v128.load (i32.add (local.get $place) (local.get $apart)))
            (f32x4.mul (local.get $gradient) (local.get $gradient))))
        (v128.store (i32.add (local.get $place) (local.get $apart)) (local.get $square))
        (v128.store (local.get $place)
          (f32x4.sub (v128.load (local.get $place))
            (f32x4.div
              (f32x4.mul (local.get $step) (local.get $gradient))
              (f32x4.sqrt (local.get $square)))))
        (br_if $units (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $width))))
      (br_if $rows (i32.lt_u (local.tee $list (i32.add (local.get $list) (i32.const 8))) (local.get $end))))))
